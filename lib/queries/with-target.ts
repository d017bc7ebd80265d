/** An address of the API, asked about one target. */
export const withTarget = (path: string, target: string) =>
  `${path}?target=${encodeURIComponent(target)}`;
