import { serverName } from '@/lib/contract/server-name';
import type { FleetRow } from '@/lib/contract/fleet';
import { facetOf } from '../view/facets';

/** The text of a column for a program: the values of DRS, figures in seconds and bytes, empty where DRS gives none. */
export function cellText(row: FleetRow, column: string): string[] {
  switch (column) {
    case 'name':
      return [serverName(row)];
    case 'readiness':
      return [row.verdict, row.sentence, row.remedy];
    case 'lag':
      return [figure(row.lagSeconds)];
    case 'backlog':
      return [figure(row.backlogBytes)];
    case 'eta':
      return [figure(row.etaSeconds)];
    case 'seen':
      return [figure(row.unseenSeconds)];
    case 'ips':
      return [row.ips.join(' ')];
    case 'ec2':
      return [row.ec2InstanceState];
    case 'error':
      return [row.replicationError];
    case 'tags':
      return [
        Object.entries(row.tags)
          .map(([key, value]) => `${key}=${value}`)
          .join('; '),
      ];
    default:
      return [facetOf(column)?.valueOf(row) ?? ''];
  }
}

const figure = (value: number | null) => (value === null ? '' : String(value));
