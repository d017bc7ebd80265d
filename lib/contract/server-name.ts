/** What a server is called: its hostname, or its id where DRS gives none or an empty one. */
export function serverName({
  hostname,
  recoveryInstanceID,
}: {
  hostname: string | undefined;
  recoveryInstanceID: string;
}): string {
  return hostname || recoveryInstanceID;
}
