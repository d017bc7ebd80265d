/** The heights of rows in pixels. They are fixed, so that nothing moves when a row becomes visible. */
export const ROW_HEIGHTS = { table: 57, cards: 123, group: 41 };

/** The widths of columns in rem. The readiness takes the rest. */
const WIDTHS: Record<string, number> = {
  name: 12.5,
  target: 7.5,
  state: 7.25,
  replication: 7.5,
  lag: 5.5,
  backlog: 5.5,
  eta: 5.5,
  origin: 6.75,
  seen: 4.5,
  os: 14,
  ips: 9,
  ec2: 7,
  error: 14,
  tags: 18,
};
const TAG_WIDTH = 8;
const CHOICE_WIDTH = 2.5;
const LEAST_READINESS = 14;

/** The width of a column in rem; undefined for the one that takes the rest. */
export function widthOf(column: string): number | undefined {
  return column === 'readiness' ? undefined : (WIDTHS[column] ?? TAG_WIDTH);
}

/** The least width of the table in rem. */
export function leastWidth(columns: readonly string[]): number {
  return columns.reduce((sum, column) => sum + (widthOf(column) ?? LEAST_READINESS), CHOICE_WIDTH);
}

export type Layout = 'table' | 'cards';

/** A window narrower than this, in pixels, shows cards. */
const CARDS_BENEATH = 880;

export function layoutFor(width: number): Layout {
  return width < CARDS_BENEATH ? 'cards' : 'table';
}
