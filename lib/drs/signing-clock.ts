import type { DrsClient } from '@aws-sdk/client-drs';

/**
 * Has clients sign by one clock. The SDK sets that of each right by the answers to its own calls, and sends again what was
 * refused for its date; a client that sends each call once would lose the first one to a clock that is off.
 */
export function signByOneClock(clients: readonly DrsClient[]) {
  let offset = 0;
  for (const { config } of clients) {
    Object.defineProperty(config, 'systemClockOffset', {
      get: () => offset,
      set: (milliseconds: number) => {
        offset = milliseconds;
      },
    });
  }
}
