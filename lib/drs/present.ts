/** What remains of T when undefined is taken out of its members. */
export type Present<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** A copy without the members that are undefined or null, so that an absent value is absent and not null. */
export function present<T extends object>(value: T): Partial<Present<T>> {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined && member !== null),
  ) as Partial<Present<T>>;
}
