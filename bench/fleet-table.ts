import { type Browser, type Page, chromium } from '@playwright/test';
import path from 'node:path';
import { root } from '../scripts/setup/checkout.mjs';
import { findChromium } from '../scripts/setup/chromium.mjs';
import { run } from '../scripts/setup/run.mjs';
import { type Limit, LIMITS } from './limits';
import { median, report } from './measure';
import { plainTable } from './plain-table';
import { startConsoleProcess, startNextProcess, startSimulatorProcess } from './servers';
import { HEADINGS, tableRows } from './table-rows';
import { operateFleet, operateTable, worstInteractions } from './worst-interaction';

const ROUNDS = 5;
const CONTENDER = path.join('bench', 'react-aria-page');

/**
 * What the fleet of ten thousand does in the browser, beside a windowed table of plain DOM code and the virtualized
 * table of React Aria with the same columns.
 */
export async function benchFleetTable(servers: number) {
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build', CONTENDER], {
    cwd: root,
    quiet: true,
  });
  const simulator = await startSimulatorProcess(servers);
  const console = await startConsoleProcess(simulator.url);
  const contender = await startNextProcess(CONTENDER);
  const browser = await chromium.launch({ executablePath: await findChromium() });
  try {
    const fleet = await openFleet(browser, console.url);
    const aria = await openContender(browser, contender.url, servers);
    const plain = await openPlainTable(browser, servers);
    const all = async (
      what: string,
      unit: string,
      limit: Limit,
      work: (table: Table) => number | Promise<number>,
    ) => {
      const figure = await work(fleet);
      const other = { contender: 'React Aria', figure: await work(aria) };
      report(`${servers} rows, ${what}`, figure, await work(plain), unit, { other, limit });
    };
    const { firstRows, keyInSearch, framesWhileScrolling, worstInteraction } = LIMITS;
    await all('from the data to the first rows', 'ms', firstRows, ({ ready }) => ready);
    await all('a key in the search', 'ms', keyInSearch, ({ page }) => keystroke(page));
    await all('select all', 'ms', LIMITS.selectAll, ({ page }) => selectAll(page));
    await all('frames while scrolling', 'a second', framesWhileScrolling, ({ page }) =>
      countFrames(page),
    );
    const worst = new Map<Table, number[]>();
    for (const table of [fleet, aria, plain]) {
      worst.set(
        table,
        await worstInteractions(table.page, table === fleet ? operateFleet : operateTable),
      );
    }
    const worstOf = (table: Table) => worst.get(table) ?? [];
    const sessions = `of ${worstOf(fleet).length} sessions`;
    await all(`worst interaction, median ${sessions}`, 'ms', worstInteraction, (table) =>
      median(worstOf(table)),
    );
    await all(`worst interaction, greatest ${sessions}`, 'ms', worstInteraction, (table) =>
      Math.max(...worstOf(table)),
    );
  } finally {
    await Promise.all([browser.close(), simulator.stop(), console.stop(), contender.stop()]);
  }
}

interface Table {
  page: Page;
  /** Milliseconds from the data to the first rows. */
  ready: number;
}

const VIEWPORT = { viewport: { width: 1440, height: 900 } };

async function openFleet(browser: Browser, url: string): Promise<Table> {
  const page = await browser.newPage(VIEWPORT);
  await page.addInitScript(noteFirstRow);
  const ready: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto(url);
    await page.getByRole('row').nth(10).waitFor();
    ready.push(await page.evaluate(readyAfterData));
  }
  return { page, ready: median(ready) };
}

async function openContender(browser: Browser, url: string, servers: number): Promise<Table> {
  const page = await browser.newPage(VIEWPORT);
  const ready: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto(url);
    await page.waitForFunction('globalThis.showTable');
    ready.push(await page.evaluate(readyContender, tableOf(servers)));
  }
  return { page, ready: median(ready) };
}

async function openPlainTable(browser: Browser, servers: number): Promise<Table> {
  const page = await browser.newPage(VIEWPORT);
  await page.goto('about:blank');
  // The compiler of this script names functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name = (work) => work');
  return { page, ready: await page.evaluate(plainTable, tableOf(servers)) };
}

const tableOf = (servers: number) => ({ headings: HEADINGS, rows: tableRows(servers) });

/** Runs in the page of the contender: from the data to its first row, in milliseconds. */
function readyContender(table: ReturnType<typeof tableOf>) {
  return new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[role="rowheader"]')) return;
      observer.disconnect();
      resolve(performance.now() - from);
    });
    observer.observe(document, { childList: true, subtree: true });
    const from = performance.now();
    (globalThis as unknown as { showTable: (table: unknown) => void }).showTable(table);
  });
}

/** Runs in the page: when the first row came. */
function noteFirstRow() {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('tbody tr td')) return;
    performance.mark('first-row');
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Runs in the page: from the last byte of the fleet to its first row, in milliseconds. */
function readyAfterData() {
  const [row] = performance.getEntriesByName('first-row');
  const data = performance
    .getEntriesByType('resource')
    .find(({ name }) => name.includes('/api/fleet'));
  return (row?.startTime ?? NaN) - ((data as PerformanceResourceTiming)?.responseEnd ?? NaN);
}

/** From a key to the frame that shows what it did, in milliseconds: the middle of several. */
async function keystroke(page: Page) {
  return page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const times: number[] = [];
    for (const text of ['e', 'er', 'erp', 'erp-', 'erp-d', 'erp-db', 'erp', '']) {
      const from = performance.now();
      set?.call(field, text);
      field?.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      times.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return times.toSorted((one, other) => one - other)[4] ?? NaN;
  });
}

/** From the press to the frame that shows everything selected, in milliseconds: the middle of several. */
async function selectAll(page: Page) {
  return page.evaluate(async () => {
    const box = document.querySelector<HTMLInputElement>(
      'thead input[type="checkbox"], [role="columnheader"] input[type="checkbox"]',
    );
    const times: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const from = performance.now();
      box?.click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      times.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return times.toSorted((one, other) => one - other)[3] ?? NaN;
  });
}

async function countFrames(page: Page) {
  return page.evaluate(async () => {
    const from = performance.now();
    let frames = 0;
    while (performance.now() - from < 3_000) {
      window.scrollBy(0, 150);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames += 1;
    }
    return frames / 3;
  });
}
