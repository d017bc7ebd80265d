// Names, domains and tags of a server mostly begin with its hostname, which is on record already.

/** "+" and the rest of a text that begins with the hostname, "=" and the whole of any other. */
export function toRelative(text: string, hostname: string): string {
  return hostname !== '' && text.startsWith(hostname)
    ? `+${text.slice(hostname.length)}`
    : `=${text}`;
}

/** The text of `toRelative` again. */
export function fromRelative(relative: string, hostname: string): string {
  const rest = relative.slice(1);
  return relative.startsWith('+') ? hostname + rest : rest;
}
