/** A row of the tables beside which the fleet is measured. */
export interface TableRow {
  id: string;
  /** What stands in the columns of the fleet, as text. */
  cells: string[];
  lagSeconds: number;
}

export const HEADINGS = [
  'Server',
  'Ready to fail back',
  'Launch state',
  'Replication',
  'Lag',
  'Backlog',
  'Origin',
  'Seen',
];

/** As many rows as asked for, always the same, in no order. */
export function tableRows(count: number): TableRow[] {
  return Array.from({ length: count }, (_, index) => {
    const place = (index * 7_919) % count;
    const lagSeconds = (index * 31) % 97;
    const name = `${NAMES[place % NAMES.length] ?? ''}-${place}`;
    return {
      id: `i-${index.toString(16).padStart(17, '0')}`,
      cells: [
        name,
        `Ready. Launching now loses at most ${lagSeconds} s of writes.`,
        'Ready',
        'Healthy',
        `${lagSeconds} s`,
        '–',
        'On-premises',
        '4 s',
      ],
      lagSeconds,
    };
  });
}

const NAMES = ['erp-db', 'crm-web', 'auth-ad', 'files-win', 'pay-gw'];
