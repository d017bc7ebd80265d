/** What leads to a line of the log, by its number: "#line-42". */
export const lineHash = (number: number) => `#line-${number}`;

/** The number of the line that the hash of an address leads to; undefined when it leads elsewhere. */
export function lineOf(hash: string): number | undefined {
  const [, number] = hash.match(/^#line-([1-9]\d*)$/) ?? [];
  return number === undefined ? undefined : Number(number);
}
