import type { Phase } from '@/lib/contract/job';

/** In the order that a legend names them. */
export const PHASES: readonly Phase[] = [
  'requested',
  'snapshotting',
  'converting',
  'cleaning-up',
  'rebooting',
  'home',
  'failed',
  'skipped',
  'cancelled',
  'unknown',
];

/** An unknown phase is an outline, so that it does not look like progress. */
export const PHASE_LOOK: Record<Phase, string> = {
  requested: 'bg-done/45',
  snapshotting: 'bg-done/70',
  converting: 'bg-running/55',
  'cleaning-up': 'bg-running',
  rebooting: 'bg-running',
  home: 'bg-ready',
  failed: 'bg-failed',
  skipped: 'bg-caution',
  cancelled: 'bg-caution',
  unknown: 'border border-dashed border-muted',
};
