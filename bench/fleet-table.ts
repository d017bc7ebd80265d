import { type Page, chromium } from '@playwright/test';
import { findChromium } from '../scripts/setup/chromium.mjs';
import { median, report } from './measure';
import { plainTable } from './plain-table';
import { startConsoleProcess, startSimulatorProcess } from './servers';
import { operateFleet, operatePlainTable, worstInteraction } from './worst-interaction';

const ROUNDS = 5;

/** What the fleet of ten thousand does in the browser, beside a windowed table of plain DOM code. */
export async function benchFleetTable(servers: number) {
  const simulator = await startSimulatorProcess(servers);
  const console = await startConsoleProcess(simulator.url);
  const browser = await chromium.launch({ executablePath: await findChromium() });
  try {
    const fleet = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await fleet.addInitScript(noteFirstRow);
    const ready: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await fleet.goto(console.url);
      await fleet.getByRole('row').nth(10).waitFor();
      ready.push(await fleet.evaluate(readyAfterData));
    }
    const plain = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await plain.goto('about:blank');
    // The compiler of this script names functions by a helper that the page does not have.
    await plain.evaluate('globalThis.__name = (work) => work');
    const plainReady = await plain.evaluate(plainTable, servers);
    const of = (what: string) => `${servers} rows, ${what}`;
    report(of('from the data to the first rows'), median(ready), plainReady, 'ms');
    const both = async (work: (page: Page) => Promise<number>) => [
      await work(fleet),
      await work(plain),
    ];
    const [keys = 0, plainKeys = 0] = await both(keystroke);
    report(of('a key in the search'), keys, plainKeys, 'ms');
    const [all = 0, plainAll = 0] = await both(selectAll);
    report(of('select all'), all, plainAll, 'ms');
    const [frames = 0, plainFrames = 0] = await both(framesWhileScrolling);
    report(of('frames while scrolling'), frames, plainFrames, 'a second');
    const worst = await worstInteraction(fleet, operateFleet);
    report(of('worst interaction'), worst, await worstInteraction(plain, operatePlainTable), 'ms');
  } finally {
    await Promise.all([browser.close(), simulator.stop(), console.stop()]);
  }
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
    const box = document.querySelector<HTMLInputElement>('thead input[type="checkbox"]');
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

async function framesWhileScrolling(page: Page) {
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
