import { serverName } from '@/lib/contract/server-name';
import type { FleetRow } from '@/lib/contract/fleet';
import { facetOf } from '../view/facets';

/** The cells of a column for a program: the values of DRS, figures in seconds and bytes, empty where DRS gives none. */
export function cellsOf(row: FleetRow, column: string): (string | number)[] {
  switch (column) {
    case 'name':
      return [serverName(row)];
    case 'readiness':
      return [row.verdict, row.sentence, row.remedy];
    case 'lag':
      return [row.lagSeconds ?? ''];
    case 'backlog':
      return [row.backlogBytes ?? ''];
    case 'eta':
      return [row.etaSeconds ?? ''];
    case 'seen':
      return [row.unseenSeconds ?? ''];
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
