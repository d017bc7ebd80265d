import type { ReactNode } from 'react';
import { useNow } from '@/components/ui/now';
import type { FleetRow } from '@/lib/contract/fleet';
import { formatAge, formatBytes, formatDuration } from '@/lib/format';
import { launchStateLabel, originLabel, replicationLabel } from '@/lib/readiness/labels';
import { facetOf } from '../view/facets';
import { useAsOf } from './as-of';

/** The content of a cell, for every column except the name and the readiness. */
export function cellContent(row: FleetRow, column: string): ReactNode {
  switch (column) {
    case 'state':
      return launchStateLabel(row.failbackState);
    case 'replication':
      return replicationLabel(row.replicationState);
    case 'origin':
      return originLabel(row.originEnvironment);
    case 'lag':
      return row.lagSeconds === null ? '–' : formatDuration(row.lagSeconds);
    case 'backlog':
      return row.backlogBytes === null ? '–' : formatBytes(row.backlogBytes);
    case 'eta':
      return row.etaSeconds === null ? '–' : <Until target={row.target} seconds={row.etaSeconds} />;
    case 'seen':
      return row.unseenSeconds === null ? (
        '–'
      ) : (
        <Since target={row.target} seconds={row.unseenSeconds} />
      );
    case 'ips':
      return row.ips.join(', ') || '–';
    case 'ec2':
      return row.ec2InstanceState || '–';
    case 'error':
      return row.replicationError || '–';
    case 'tags':
      return <Tags tags={row.tags} />;
    default:
      return facetOf(column)?.valueOf(row) || '–';
  }
}

/** How long ago an event happened, so many seconds before the reading. The clock of DRS may be ahead of this one. */
function Since({ target, seconds }: { target: string; seconds: number }) {
  const now = useNow();
  const then = useAsOf(target) - seconds * 1000;
  return formatAge(new Date(Math.min(then, now.getTime())), now);
}

/** How long it is until an event that the reading expected in so many seconds. */
function Until({ target, seconds }: { target: string; seconds: number }) {
  const now = useNow();
  const then = useAsOf(target) + seconds * 1000;
  return then <= now.getTime() ? 'due' : `in ${formatAge(new Date(then), now)}`;
}

function Tags({ tags }: { tags: FleetRow['tags'] }) {
  const texts = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return <span dir="auto">{texts.join(' · ') || '–'}</span>;
}
