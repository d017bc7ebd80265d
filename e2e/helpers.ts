import { type APIRequestContext, type Page, expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FleetSnapshot } from '@/lib/contract/recovery-instance';

/** Selects servers by name, one search each. */
export async function selectServers(page: Page, names: string[]) {
  for (const name of names) {
    await page.getByRole('searchbox', { name: 'Search' }).fill(name);
    await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
  }
  await page.getByRole('searchbox', { name: 'Search' }).fill('');
}

/** Selects servers, as ids by target, as if somebody had chosen them in the fleet. */
export async function haveSelected(page: Page, ids: Record<string, string[]>) {
  const selection = Object.entries(ids).flatMap(([target, list]) => list.map((id) => [id, target]));
  await page.goto('/jobs');
  await page.evaluate(
    (entries) => sessionStorage.setItem('homeward:selection', JSON.stringify(entries)),
    selection,
  );
}

/** The servers of a target, as the console judges them. */
export async function listServers(
  request: APIRequestContext,
  target = 'eu-west-1',
): Promise<FleetSnapshot['recoveryInstances']> {
  const answer = await request.get(`/api/recovery-instances?target=${target}`);
  return ((await answer.json()) as FleetSnapshot).recoveryInstances;
}

/** The ids of those that are ready. */
export async function readyIDs(request: APIRequestContext, target?: string): Promise<string[]> {
  return (await listServers(request, target))
    .filter(({ readiness }) => readiness.verdict === 'ready')
    .map(({ recoveryInstanceID }) => recoveryInstanceID);
}

/** Goes from the fleet through the review to the page of the launch. */
export async function launchSelected(page: Page, count: number) {
  await page.getByRole('button', { name: `Review failback of ${count}` }).click();
  await page.getByLabel(`Type ${count} to confirm`).fill(String(count));
  await page
    .getByRole('button', { name: `Fail back ${count} ${count === 1 ? 'server' : 'servers'}` })
    .click();
  await expect(page).toHaveURL(/\/failback-launches\/launch-/);
}

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Expects that axe finds nothing on the page as it is now. */
export async function expectAccessible(page: Page) {
  await page.evaluate(await axe);
  const violations = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations: found } = await run.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
  expect(violations).toEqual([]);
}

/** Expects that the page as it is now is not wider than the window. */
export async function expectToFit(page: Page, name = 'the page') {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}

const APPEARANCES = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 1440 },
  { colorScheme: 'dark', width: 390 },
  { colorScheme: 'light', width: 390 },
] as const;

/** Expects that the page as it is now is accessible and fits, in light and dark, on a desk and on a phone. */
export async function expectAccessibleEverywhere(page: Page, name: string) {
  const usual = page.viewportSize() ?? { width: 1440, height: 900 };
  for (const { colorScheme, width } of APPEARANCES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
    await expectToFit(page, name);
    const folder = process.env.HOMEWARD_SCREENSHOTS;
    if (folder) {
      await page.screenshot({
        path: `${folder}/${name}-${colorScheme}-${width}.png`,
        fullPage: true,
      });
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await page.setViewportSize(usual);
}
