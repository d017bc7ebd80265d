import type { FleetRow } from '@/lib/contract/fleet';
import { type Column, columnOf } from '../view/columns';
import { cellText } from './cell-text';

/** The rows as RFC 4180 says: the id and the target first, for a name alone could mislead, then the columns shown. */
export function rowsAsCSV(rows: readonly FleetRow[], columns: readonly string[]): string {
  const shown = columns.flatMap((key) => columnOf(key) ?? []).filter(({ key }) => key !== 'target');
  const lines = [
    ['Recovery instance', 'Target', ...shown.flatMap(headings)],
    ...rows.map((row) => [
      row.recoveryInstanceID,
      row.target,
      ...shown.flatMap(({ key }) => cellText(row, key)),
    ]),
  ];
  return lines.map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('');
}

function headings({ key, label }: Column): string[] {
  if (key === 'readiness') return ['Readiness', 'Why', 'What to do'];
  const unit = UNITS[key];
  return [unit ? `${label} (${unit})` : label];
}

const UNITS: Record<string, string> = {
  lag: 'seconds',
  backlog: 'bytes',
  eta: 'seconds',
  seen: 'seconds ago',
};

/**
 * A cell of text. A spreadsheet would run what begins with one of these characters, so an apostrophe goes before:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function toCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
