import { formatCount } from '@/lib/format';
import type { LaunchAttempt } from './launch-attempts';

/** The state of a launch whose review was left, and what to do about it. */
export interface AttemptWords {
  kind: 'running' | 'unknown' | 'caution' | 'ready' | 'failed';
  sentence: string;
  advice: string;
}

export function attemptWords({ target, servers, end }: LaunchAttempt): AttemptWords {
  const what = `${formatCount(servers, 'server')} in ${target}`;
  switch (end.state) {
    case 'waiting':
      return {
        kind: 'running',
        sentence: `${what}: waits for the answer of Homeward`,
        advice:
          'Do not launch these servers in another way meanwhile. It is not sent again by itself now that its page was left.',
      };
    case 'unanswered':
      return {
        kind: 'unknown',
        sentence: `${what}: no clear answer`,
        advice: end.launchID
          ? 'The launch is on record. Do not launch these servers anew; watch it instead.'
          : 'Whether the launch has begun is not known, and it is not sent again by itself. Launches shows it if it is on record. If it is not there, review the same servers with the same tags and press again: it is the same launch, and nothing is repeated.',
      };
    case 'on-record':
      if (end.isEarlier) {
        return {
          kind: 'caution',
          sentence: `${what}: nothing new was launched`,
          advice:
            'An earlier press of the same launch is on record. Look at it first; to launch these servers once more, review them and press again.',
        };
      }
      return { kind: 'ready', sentence: `${what}: on record`, advice: 'Watch it to its end.' };
    case 'refused':
      return {
        kind: 'failed',
        sentence: `${what}: not launched`,
        advice: end.isEarlier
          ? `${end.why}. That was the answer to an earlier press of the same launch, and nothing was sent now.`
          : `${end.why}.`,
      };
  }
}
