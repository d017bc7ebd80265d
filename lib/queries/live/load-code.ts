import { backOff } from './back-off';
import type { ConnectionState } from './connection';

/**
 * Loads code of the console. While it cannot be had, `onState` is told when it is tried again; undefined once
 * `leaving` is aborted.
 */
export async function loadCode<Code>(
  load: () => Promise<Code>,
  onState: (state: ConnectionState) => void,
  leaving: AbortSignal,
): Promise<Code | undefined> {
  for (let failures = 0; !leaving.aborted; failures += 1) {
    const code = await load().catch(() => undefined);
    if (code) return code;
    const wait = backOff(failures, Math.random());
    onState({ kind: 'waiting', retryAt: Date.now() + wait });
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return undefined;
}
