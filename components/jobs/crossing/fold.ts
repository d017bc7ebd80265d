import type { ServerOutcome } from '@/lib/contract/job';

/** How many lanes of servers under way are shown at first, and how many together with those that are done. */
const ROOM_FOR_RUNNING = 60;
const ROOM = 30;

const ARRIVED: ReadonlySet<ServerOutcome['outcome']> = new Set(['launched', 'terminated']);

export interface Folded {
  shown: ServerOutcome[];
  /** How many of those that are not shown are under way, and how many have arrived. */
  running: number;
  arrived: number;
}

/**
 * Which lanes are shown at first, in the order of `orderServers`: every server that was lost, and as many of the others as
 * there is room for. The rest is one step away and counted.
 */
export function foldLanes(servers: ServerOutcome[]): Folded {
  const arrived = servers.filter(({ outcome }) => ARRIVED.has(outcome));
  const running = servers.filter(({ outcome }) => outcome === 'running');
  const lost = servers.filter(({ outcome }) => !ARRIVED.has(outcome) && outcome !== 'running');
  const shownRunning = running.slice(0, Math.max(0, ROOM_FOR_RUNNING - lost.length));
  const room = ROOM - lost.length - shownRunning.length;
  const shownArrived = arrived.slice(0, Math.max(0, room));
  return {
    shown: [...lost, ...shownRunning, ...shownArrived],
    running: running.length - shownRunning.length,
    arrived: arrived.length - shownArrived.length,
  };
}

/** What is folded away, counted: "152 more: 100 under way, 52 home"; undefined when it is nothing. */
export function foldWords({ running, arrived }: Folded, arrivedWord: string): string | undefined {
  if (running === 0 && arrived === 0) return undefined;
  if (running === 0) return `${arrived} more ${arrivedWord}`;
  if (arrived === 0) return `${running} more under way`;
  return `${running + arrived} more: ${running} under way, ${arrived} ${arrivedWord}`;
}
