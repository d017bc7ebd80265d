import type { Locator, Page } from '@playwright/test';

/** Longer than the pause after which the fleet writes its address. */
const PAUSE = 400;

/** The worst of one session varies by two or three of the browser's steps. */
const SESSIONS = 3;

/**
 * The longest of the keys and presses of each of several sessions in milliseconds, from the event to the frame that shows
 * what it did, as the browser itself notes it (Event Timing, in steps of eight).
 */
export async function worstInteractions(
  page: Page,
  session: (page: Page) => Promise<void>,
): Promise<number[]> {
  await page.evaluate(noteDurations);
  const worst: number[] = [];
  for (let round = 0; round < SESSIONS; round += 1) {
    await session(page);
    await page.waitForTimeout(PAUSE);
    worst.push(await page.evaluate(takeWorst));
  }
  return worst;
}

/** Runs in the page. */
function noteDurations() {
  const options = { type: 'event', durationThreshold: 16 };
  const durations: number[] = [];
  new PerformanceObserver((list) => {
    const events = list.getEntries() as PerformanceEventTiming[];
    // Events of a pointer under which the page scrolls are no interactions.
    const interactions = events.filter(({ interactionId }) => interactionId > 0);
    durations.push(...interactions.map(({ duration }) => duration));
  }).observe(options);
  Object.assign(globalThis, { durations });
  // A speck that changes has a frame follow on every other. Else a key that changes nothing would last until the next
  // change of the page.
  const speck = document.createElement('i');
  speck.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px';
  document.body.append(speck);
  let isOdd = false;
  const frames = {
    follow() {
      isOdd = !isOdd;
      speck.style.background = isOdd ? '#fefefe' : '#ffffff';
      requestAnimationFrame(() => frames.follow());
    },
  };
  frames.follow();
}

/** Runs in the page: the longest since this was last asked. */
function takeWorst() {
  const { durations } = globalThis as unknown as { durations: number[] };
  return Math.max(...durations.splice(0));
}

/** Searches, sorts, selects, looks through facets, groups, and goes to both ends, as an operator does. */
export async function operateFleet(page: Page) {
  await page.evaluate(() => window.scrollTo(0, 0));
  await typeInSearch(page);
  await pressAll(page, [
    page.getByRole('button', { name: 'Lag', exact: true }),
    page.getByRole('button', { name: 'Lag', exact: true }),
    page.getByRole('button', { name: 'Server', exact: true }),
    page.getByRole('checkbox', { name: 'Select all', exact: true }),
    page.getByRole('checkbox', { name: 'Select all', exact: true }),
    page.getByRole('button', { name: /ready$/ }),
    page.getByRole('button', { name: /ready$/ }),
    page.getByRole('button', { name: 'Launch state' }).first(),
    page.getByRole('group', { name: 'Launch state' }).getByRole('checkbox').first(),
    page.getByRole('group', { name: 'Launch state' }).getByRole('checkbox').first(),
    page.getByRole('button', { name: 'Tags' }),
  ]);
  await page.keyboard.press('Escape');
  await goToBothEnds(page);
  await selectRange(page, page.getByRole('checkbox', { name: /^Select (?!all)/ }));
  await page.locator('tbody tr').nth(1).focus();
  await typeKeys(page, ['End', 'Home', 'Shift+End', 'Home']);
  await pressAll(page, [page.getByRole('button', { name: 'Clear', exact: true })]);
  await groupByTarget(page);
}

/** The same of a table that can only be searched, sorted and selected. */
export async function operateTable(page: Page) {
  await page.evaluate(() => window.scrollTo(0, 0));
  await typeInSearch(page);
  const heading = (name: string) => page.getByRole('columnheader', { name, exact: true });
  const choice = page.getByRole('columnheader').first().locator('label, input').first();
  await pressAll(page, [heading('Lag'), heading('Lag'), heading('Server'), choice, choice]);
  await goToBothEnds(page);
}

async function pressAll(page: Page, presses: readonly Locator[]) {
  for (const press of presses) {
    await press.click();
    await page.waitForTimeout(PAUSE);
  }
}

async function typeKeys(page: Page, keys: readonly string[]) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(PAUSE);
  }
}

/** Scrolls the page itself, from the top to the bottom and back. */
async function goToBothEnds(page: Page) {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await typeKeys(page, ['End', 'Home']);
}

async function selectRange(page: Page, boxes: Locator) {
  await boxes.nth(1).click();
  await boxes.nth(9).click({ modifiers: ['Shift'] });
  await page.waitForTimeout(PAUSE);
}

/** Chooses by keys, because the browser times keys; a choice that a script makes is no interaction. */
async function groupByTarget(page: Page) {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByLabel('Group by').focus();
  await typeKeys(page, ['T', 'Home', 'Escape']);
}

async function typeInSearch(page: Page) {
  const search = page.locator('input[type="search"]');
  await search.pressSequentially('erp-db', { delay: 120 });
  await page.waitForTimeout(PAUSE);
  for (let key = 0; key < 6; key += 1) await search.press('Backspace', { delay: 60 });
  await page.waitForTimeout(PAUSE);
}
