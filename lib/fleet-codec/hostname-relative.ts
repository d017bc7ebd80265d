// The domain name and the Name tag of a server mostly begin with its hostname, which has a column of its own.

/** "+" and the rest of a text that begins with the hostname, "=" and the whole of any other. */
export function toHostnameRelative(text: string, hostname: string): string {
  return hostname !== '' && text.startsWith(hostname)
    ? `+${text.slice(hostname.length)}`
    : `=${text}`;
}

/** Reverses `toHostnameRelative`. */
export function fromHostnameRelative(relative: string, hostname: string): string {
  const rest = relative.slice(1);
  return relative.startsWith('+') ? hostname + rest : rest;
}
