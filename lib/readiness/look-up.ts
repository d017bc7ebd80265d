/** The row of a table for a value that DRS gave, which may be any text, "constructor" among them. */
export function lookUp<Row>(
  table: Readonly<Record<string, Row>>,
  value: string | undefined,
): Row | undefined {
  return value !== undefined && Object.hasOwn(table, value) ? table[value] : undefined;
}
