import type { JobOutcome } from '@/lib/contract/job';

type Outcome = JobOutcome['outcome'];

const INK = { running: '#2f6fde', good: '#1c8a52', bad: '#d13a30', doubt: '#b07a00' };

/** A mark for each state, with a shape and a colour of its own. */
const MARKS: Record<Outcome, string> = {
  running: ring(INK.running),
  succeeded: disc(INK.good, 'M4.6 8.2 7 10.6l4.6-5'),
  'partly-failed': disc(INK.bad, 'm5.3 5.3 5.4 5.4m0-5.4-5.4 5.4'),
  failed: disc(INK.bad, 'm5.3 5.3 5.4 5.4m0-5.4-5.4 5.4'),
  cancelled: disc(INK.doubt, 'M4.8 8h6.4'),
  unknown: disc(INK.doubt, 'M8 4.4v4.4m0 2.2v.4'),
};

/** The icon of a tab in which a job is followed, as an address. */
export function tabIcon(outcome: Outcome): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${MARKS[outcome]}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function ring(colour: string): string {
  return `<path d="M8 2a6 6 0 1 1-6 6" fill="none" stroke="${colour}" stroke-width="3" stroke-linecap="round"/>`;
}

function disc(colour: string, sign: string): string {
  return `<circle cx="8" cy="8" r="7.5" fill="${colour}"/><path d="${sign}" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"/>`;
}
