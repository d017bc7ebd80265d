import { setTimeout as wait } from 'node:timers/promises';

const POLL_MILLISECONDS = 25;

/** Waits for a condition outside a page. Rejects, naming it, when it has not come about in time. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  milliseconds: number,
): Promise<void> {
  const deadline = performance.now() + milliseconds;
  while (!(await condition())) {
    if (performance.now() > deadline) {
      throw new Error(`Not within ${milliseconds / 1000} s: ${what}.`);
    }
    await wait(POLL_MILLISECONDS);
  }
}
