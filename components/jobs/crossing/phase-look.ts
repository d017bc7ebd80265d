import type { Phase } from './geometry';

export const PHASES: Phase[] = [
  'requested',
  'converting',
  'rebooting',
  'home',
  'failed',
  'unknown',
];

/** What nobody knows is an outline, so that it cannot pass for progress. */
export const PHASE_LOOK: Record<Phase, string> = {
  requested: 'fill-done/45',
  snapshotting: 'fill-done/70',
  converting: 'fill-running/55',
  'cleaning-up': 'fill-running',
  rebooting: 'fill-running',
  home: 'fill-ready',
  failed: 'fill-failed',
  skipped: 'fill-caution',
  cancelled: 'fill-caution',
  unknown: 'fill-transparent stroke-muted [stroke-dasharray:3_2]',
};
