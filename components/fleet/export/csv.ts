import { type Column, columnOf } from '../view/columns';
import { cellsOf } from './cells-of';
import type { FleetExport } from './fleet-export';

/** Tells spreadsheets that the text is UTF-8; without it they garble tags such as "Zürich". */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Writes the rows as RFC 4180 says. The id and the target come first, because a name alone could mislead; then the
 * age of the row and the columns shown.
 */
export function fleetAsCSV({ rows, columns, targets }: FleetExport): string {
  const shown = columns.flatMap((key) => columnOf(key) ?? []).filter(({ key }) => key !== 'target');
  const known = new Map(targets.map((target) => [target.name, target]));
  const lines = [
    ['Recovery instance', 'Target', 'As of', 'Target problem', ...shown.flatMap(headings)],
    ...rows.map((row) => [
      row.recoveryInstanceID,
      row.target,
      known.get(row.target)?.asOf ?? '',
      known.get(row.target)?.problem?.title ?? '',
      ...shown.flatMap(({ key }) => cellsOf(row, key)),
    ]),
  ];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('');
}

function headings({ key, label }: Column): string[] {
  if (key === 'readiness') return ['Readiness', 'Why', 'What to do'];
  const unit = UNITS[key];
  return [unit ? `${label} (${unit})` : label];
}

const UNITS: Record<string, string> = {
  lag: 'seconds',
  backlog: 'bytes',
  eta: 'seconds after as of',
  seen: 'seconds before as of',
};

/**
 * The places where a spreadsheet may begin a cell and would run what follows. Some also begin one after a semicolon
 * or a new line inside quotes: https://owasp.org/www-community/attacks/CSV_Injection
 */
const BEFORE_FORMULA = /(?<=^|[;\t\r\n])(?=[\s\p{C}]*[=+\-@＝＋－＠])|^(?=[\t\r\n])/gu;

/** Quotes a cell. An apostrophe keeps a spreadsheet from running a text; a figure is no formula, also below zero. */
function toCell(value: string | number): string {
  if (typeof value === 'number') return `"${value}"`;
  return `"${value.replaceAll(BEFORE_FORMULA, "'").replaceAll('"', '""')}"`;
}
