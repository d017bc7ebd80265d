import type { Page } from '@playwright/test';
import { median } from './measure';

/** Longer than the pause after which the fleet writes its address. */
const PAUSE = 400;

/** The worst of one session varies by two or three of the browser's steps. */
const SESSIONS = 3;

/**
 * The longest of a session's keys and presses in milliseconds, each from the event to the frame that shows what it
 * did, as the browser itself takes it down (Event Timing, in steps of eight): the middle of several sessions.
 */
export async function worstInteraction(page: Page, session: (page: Page) => Promise<void>) {
  await page.evaluate(noteDurations);
  const worst: number[] = [];
  for (let round = 0; round < SESSIONS; round += 1) {
    await session(page);
    await page.waitForTimeout(PAUSE);
    worst.push(await page.evaluate(takeWorst));
  }
  return median(worst);
}

/** Runs in the page. */
function noteDurations() {
  const options = { type: 'event', durationThreshold: 16 };
  const durations: number[] = [];
  new PerformanceObserver((list) => {
    durations.push(...list.getEntries().map(({ duration }) => duration));
  }).observe(options);
  Object.assign(globalThis, { durations });
}

/** Runs in the page: the longest since this was last asked. */
function takeWorst() {
  const { durations } = globalThis as unknown as { durations: number[] };
  return Math.max(...durations.splice(0));
}

/** Searches, sorts, selects all, and looks through facets, as an operator does. */
export async function operateFleet(page: Page) {
  await page.evaluate(() => window.scrollTo(0, 0));
  await typeInSearch(page);
  const presses = [
    page.getByRole('button', { name: 'Lag', exact: true }),
    page.getByRole('button', { name: 'Lag', exact: true }),
    page.getByRole('button', { name: 'Server', exact: true }),
    page.getByRole('checkbox', { name: 'Select all' }),
    page.getByRole('checkbox', { name: 'Select all' }),
    page.getByRole('button', { name: /ready$/ }),
    page.getByRole('button', { name: /ready$/ }),
    page.getByRole('button', { name: 'Launch state' }).first(),
    page.getByRole('group', { name: 'Launch state' }).getByRole('checkbox').first(),
    page.getByRole('group', { name: 'Launch state' }).getByRole('checkbox').first(),
    page.getByRole('button', { name: 'Tags' }),
  ];
  for (const press of presses) {
    await press.click();
    await page.waitForTimeout(PAUSE);
  }
  await page.keyboard.press('Escape');
}

/** The same of a table that can only be searched, sorted and selected. */
export async function operateTable(page: Page) {
  await page.evaluate(() => window.scrollTo(0, 0));
  await typeInSearch(page);
  const heading = (name: string) => page.getByRole('columnheader', { name, exact: true });
  const choice = page.getByRole('columnheader').first().locator('label, input').first();
  for (const press of [heading('Lag'), heading('Lag'), heading('Server'), choice, choice]) {
    await press.click();
    await page.waitForTimeout(PAUSE);
  }
}

async function typeInSearch(page: Page) {
  const search = page.locator('input[type="search"]');
  await search.pressSequentially('erp-db', { delay: 120 });
  await page.waitForTimeout(PAUSE);
  for (let key = 0; key < 6; key += 1) await search.press('Backspace', { delay: 60 });
  await page.waitForTimeout(PAUSE);
}
