import { serverName } from '@/lib/contract/server-name';
import type { FleetRow } from '@/lib/contract/fleet';
import { launchStateLabel, originLabel, replicationLabel } from '@/lib/readiness/labels';
import { facetOf, tagOf } from './facets';
import { VERDICTS } from './verdicts';

/** A column of the table: its label and its sort value. */
export interface Column {
  /** Its name in an address: "lag", or "tag:wave" for a tag. */
  key: string;
  label: string;
  isNumber?: true;
  /** Null sorts last in either direction. */
  sortValue: (row: FleetRow) => string | number | null;
}

/** Every column except those of tags, in the usual order. */
export const COLUMNS: readonly Column[] = [
  { key: 'name', label: 'Server', sortValue: serverName },
  {
    key: 'readiness',
    label: 'Ready to fail back',
    sortValue: ({ verdict }) => VERDICTS.indexOf(verdict),
  },
  { key: 'target', label: 'Target', sortValue: ({ target }) => target },
  {
    key: 'state',
    label: 'Launch state',
    sortValue: ({ failbackState }) => launchStateLabel(failbackState),
  },
  {
    key: 'replication',
    label: 'Replication',
    sortValue: ({ replicationState }) => replicationLabel(replicationState),
  },
  { key: 'lag', label: 'Lag', isNumber: true, sortValue: ({ lagSeconds }) => lagSeconds },
  {
    key: 'backlog',
    label: 'Backlog',
    isNumber: true,
    sortValue: ({ backlogBytes }) => backlogBytes,
  },
  { key: 'eta', label: 'Caught up', isNumber: true, sortValue: ({ etaSeconds }) => etaSeconds },
  {
    key: 'origin',
    label: 'Origin',
    sortValue: ({ originEnvironment }) => originLabel(originEnvironment),
  },
  { key: 'seen', label: 'Seen', isNumber: true, sortValue: ({ unseenSeconds }) => unseenSeconds },
  { key: 'os', label: 'System', sortValue: ({ os }) => os || null },
  { key: 'ips', label: 'Addresses', sortValue: ({ ips }) => ips[0] ?? null },
  { key: 'ec2', label: 'EC2 state', sortValue: ({ ec2InstanceState }) => ec2InstanceState || null },
  {
    key: 'error',
    label: 'Replication error',
    sortValue: ({ replicationError }) => replicationError || null,
  },
  { key: 'tags', label: 'Tags', sortValue: ({ tags }) => Object.keys(tags).length },
];

/** The column of that name; undefined when there is none. */
export function columnOf(key: string): Column | undefined {
  const tag = tagOf(key);
  if (tag === undefined) return COLUMNS.find((column) => column.key === key);
  const valueOf = facetOf(key)?.valueOf;
  return { key, label: tag, sortValue: (row) => valueOf?.(row) ?? null };
}

const USUAL = ['name', 'readiness', 'state', 'replication', 'lag', 'backlog', 'origin', 'seen'];

/** The columns shown by default. The target is one of them only when there are several. */
export function usualColumns(targets: number): readonly string[] {
  return targets > 1 ? USUAL.toSpliced(2, 0, 'target') : USUAL;
}
