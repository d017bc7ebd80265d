import type { ServerOutcome } from '@/lib/contract/job';

/** More lanes than this do not fit on a screen together. */
const ROOM = 30;

/**
 * Which lanes are shown at first, in their order: every server that is not home, and as many of those at
 * home as there is room for. The rest is one step away and counted.
 */
export function foldLanes(servers: ServerOutcome[]): {
  shown: ServerOutcome[];
  folded: ServerOutcome[];
} {
  const away = servers.filter(({ outcome }) => outcome !== 'launched');
  const home = servers.filter(({ outcome }) => outcome === 'launched');
  const room = Math.max(0, ROOM - away.length);
  return { shown: [...away, ...home.slice(0, room)], folded: home.slice(room) };
}
