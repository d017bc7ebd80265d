/** Who may assume a role. A scenario lists them; any other role of an account without a list may be assumed. */
export interface Role {
  name: string;
  /** Refused without this external id, or with another. */
  externalID?: string | undefined;
  /** Nobody may assume it. */
  denied?: boolean | undefined;
}

/** Whether a role may be assumed with this external id. AWS does not say which of the reasons it is. */
export function mayAssume(
  roles: readonly Role[] | undefined,
  name: string,
  externalID: string | undefined,
): boolean {
  const role = roles ? roles.find((candidate) => candidate.name === name) : { name };
  if (!role || role.denied || /denied/i.test(name)) return false;
  return role.externalID === undefined || role.externalID === externalID;
}
