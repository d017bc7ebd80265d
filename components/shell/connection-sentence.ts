import type { ConnectionState } from '@/lib/queries/live/connection';

/** A sentence about a connection that is not live. */
export function connectionSentence(state: ConnectionState, now: Date): string {
  switch (state.kind) {
    case 'waiting': {
      const seconds = Math.max(0, Math.ceil((state.retryAt - now.getTime()) / 1_000));
      const next = seconds > 0 ? `trying again in ${seconds} s` : 'trying again';
      return `The console does not answer; ${next}. What you see is what was last read.`;
    }
    case 'refused':
      return state.status === 401
        ? 'You are not signed in any more. What you see is not kept up to date.'
        : 'You may not watch this any more. What you see is not kept up to date.';
    case 'connecting':
      return 'Connecting to the console.';
    case 'live':
      return 'Up to date.';
  }
}
