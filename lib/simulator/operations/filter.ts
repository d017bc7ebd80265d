/** Whether a value is among those of a filter; an absent or empty filter lets everything through. */
export function fits(wanted: readonly string[] | undefined): (value: string) => boolean {
  const values = new Set(wanted);
  return (value) => values.size === 0 || values.has(value);
}
