import type { BatchState } from '@/lib/contract/failback-launch';
import type { LaunchFilters } from '@/lib/queries/failback-launches';
import { BATCH_WORDS } from '../batch-words';

/** What the list of launches is narrowed to. All of it is in the address, so that a link repeats it. */
export interface LaunchFilter {
  target: string;
  state: BatchState | '';
  actor: string;
  /** Days in UTC as "2026-11-24", both included; empty for no limit. */
  from: string;
  to: string;
}

export const ALL_LAUNCHES: LaunchFilter = { target: '', state: '', actor: '', from: '', to: '' };

/** The names of its parameters in the address. */
export const FILTER_PARAMETERS = ['target', 'state', 'actor', 'from', 'to'] as const;

/** Reads a filter from the parameters of an address; what it does not know it leaves out. */
export function parseFilter({
  target,
  state,
  actor,
  from,
  to,
}: Record<(typeof FILTER_PARAMETERS)[number], string>): LaunchFilter {
  return {
    target,
    state: isState(state) ? state : '',
    actor,
    from: dayIn(from),
    to: dayIn(to),
  };
}

/** The same as the API wants it: days as instants, and nothing that does not narrow. */
export function toQuery({ target, state, actor, from, to }: LaunchFilter): LaunchFilters {
  return {
    ...(target && { target }),
    ...(state && { state }),
    ...(actor.trim() && { actor: actor.trim() }),
    ...(from && { from: midnight(from, 0) }),
    ...(to && { to: midnight(to, 1) }),
  };
}

export function isNarrowed(filter: LaunchFilter): boolean {
  return Object.values(filter).some((value) => value !== '');
}

function isState(text: string): text is BatchState {
  return Object.hasOwn(BATCH_WORDS, text);
}

function dayIn(text: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}

/** The beginning of a day in UTC, or of one that many days later. */
function midnight(day: string, daysLater: number): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + daysLater);
  return instant.toISOString();
}
