import { TagResourceCommand } from '@aws-sdk/client-drs';
import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { drsClient } from './drs';
import { expect } from './fixtures';
import { expectAccessible } from './helpers';
import { test } from './large-fleet';

const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });
const everyServer = (page: Page) => expect(page.getByText('10,000 servers')).toBeVisible();

/** The file that a button of the export saves. */
async function saved(page: Page, button: string) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const download = await waiting;
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), 'utf8'),
  };
}

/** Pastes as a person does, because filling in so much would take the browser minutes. */
async function paste(field: Locator, text: string) {
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const options = { clipboardData, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent('paste', options));
  }, text);
}

test('A link of a runbook opens exactly its view, and all of it is selected', async ({ page }) => {
  await page.goto('/?readiness=ready&origin=ON_PREMISES&tag=wave=2');
  const count = page.getByText(/^[\d,]+ of 10,000 servers$/);
  await expect(count).toBeVisible();
  const [shown = ''] = (await count.textContent())?.split(' ') ?? [];
  await expect(page.getByRole('button', { name: /ready$/, pressed: true })).toContainText(shown);
  await page.getByRole('button', { name: `Select all ${shown}` }).click();
  await expect(bar(page)).toContainText(
    `${shown} selected · ${shown} can be launched · 4 launches, one for each target`,
  );

  await page.getByRole('button', { name: 'Remove the filter Tag wave: 2' }).click();
  await expect(page).toHaveURL(/\?readiness=ready&origin=ON_PREMISES$/);
  await expect(bar(page)).toContainText(`${shown} selected`);
  await page.getByRole('button', { name: 'Invert' }).click();
  await expect(bar(page)).not.toContainText(`${shown} selected`);
});

test('A link that asks for something unknown says so', async ({ page }) => {
  await page.goto('/?origin=MARS&colour=red');
  await expect(
    page.getByText('The link asks for “colour”, which the fleet does not know.'),
  ).toBeVisible();
  await expect(page.getByText('No server has the origin “MARS”.')).toBeVisible();
  await expect(page.getByText('No server matches', { exact: true })).toBeVisible();
});

test('A pasted list selects what it names, and says what it does not', async ({
  page,
  request,
}) => {
  const fleet = await (await request.get('/api/recovery-instances?target=branch')).json();
  const ids = fleet.recoveryInstances
    .slice(0, 3)
    .map(({ recoveryInstanceID }: { recoveryInstanceID: string }) => recoveryInstanceID);
  const rubbish = Array.from({ length: 50_000 }, (_, index) => `nowhere-${index}`);
  await page.goto('/');
  await everyServer(page);
  await page.getByRole('button', { name: 'Paste a list' }).click();
  const dialog = page.getByRole('dialog', { name: 'Select by a list' });
  await paste(dialog.getByRole('textbox'), [...ids, 'erp-db-01', ...rubbish].join('\n'));
  await expect(dialog.getByText('50,004 lines, too many to be edited here')).toBeVisible();
  await expect(dialog.getByText('3 servers found')).toBeVisible();
  await expect(dialog.getByText('Not found: 50,000')).toBeVisible();
  await expect(dialog.getByText(/Several servers have this name.*: 1/)).toBeVisible();
  await expect(dialog.getByText(/^erp-db-01: i-\w+ in \S+, i-\w+ in \S+/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Select 3' }).click();
  await expect(bar(page)).toContainText('3 selected');
});

test('Ten thousand servers are reached and selected by keyboard alone', async ({ page }) => {
  await page.goto('/');
  await everyServer(page);
  await page.keyboard.press('/');
  await page.keyboard.type('erp-db-1');
  await expect(page).toHaveURL(/search=erp-db-1$/);
  await page.getByRole('searchbox').press('Tab');
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.matches('tbody tr'))) break;
  }
  const focused = page.locator('tbody tr:focus');
  await expect(focused).toHaveAttribute('aria-rowindex', '2');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bar(page)).toContainText('3 selected');
  await expect(focused).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  const last = await page.getByRole('grid').getAttribute('aria-rowcount');
  await expect(focused).toHaveAttribute('aria-rowindex', last ?? '');
  await expect(focused).toBeInViewport();
  await page.keyboard.press('Control+a');
  const shown = Number(last) - 1;
  await expect(bar(page)).toContainText(`${shown.toLocaleString('en')} selected`);
  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  await expect(bar(page)).toContainText(`${(shown - 1).toLocaleString('en')} selected`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /erp-db-1/ })).toBeVisible();
});

test('Servers are grouped by target, sorted, and taken away as CSV and JSON', async ({ page }) => {
  await page.goto('/?group=target&sort=-lag,name');
  await everyServer(page);
  await page.getByRole('checkbox', { name: 'Select all of Target: americas' }).check();
  await expect(bar(page)).toContainText('2,500 selected');
  await page.getByRole('searchbox', { name: 'Search' }).fill('erp-db-01');
  await page.getByRole('button', { name: 'Export' }).click();
  const csv = await saved(page, 'CSV');
  expect(csv.name).toMatch(/^homeward-fleet-[\d-]+T[\d-]+Z\.csv$/);
  const [heading = '', ...lines] = csv.text.trimEnd().split('\r\n');
  expect(heading).toContain('"Recovery instance","Target","As of","Target problem","Server"');
  expect(lines).toHaveLength(4);
  const json = await saved(page, 'JSON');
  expect(json.name).toMatch(/^homeward-fleet-[\d-]+T[\d-]+Z\.json$/);
  const { targets, unreadTargets, recoveryInstances } = JSON.parse(json.text);
  const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
  expect(targets[0]).toEqual({ name: 'production', asOf: instant, problem: null });
  expect(targets).toHaveLength(4);
  expect(unreadTargets).toEqual([]);
  expect(recoveryInstances).toHaveLength(4);
  expect(recoveryInstances[0]).toMatchObject({ hostname: 'erp-db-01', target: expect.any(String) });
});

test('Hostile tags are shown as text', async ({ page, request, simulator }) => {
  const fleet = await (await request.get('/api/recovery-instances?target=production')).json();
  const [{ arn, recoveryInstanceID }] = fleet.recoveryInstances;
  const hostile = {
    '<img src=x onerror="document.title=1">': 'javascript:document.title=2',
    'rtl\u202E': '\u202Etxet',
    emoji: '💥'.repeat(128),
  };
  await drsClient(simulator.url).send(new TagResourceCommand({ resourceArn: arn, tags: hostile }));
  await page.goto(`/?search=${recoveryInstanceID}&columns=name,readiness,tags&group=tag:emoji`);
  const row = page.getByRole('row').filter({ hasText: recoveryInstanceID });
  await expect(row).toContainText('<img src=x onerror="document.title=1">');
  await expect(page).toHaveTitle(/Fleet/);
  expect((await row.boundingBox())?.height).toBeLessThan(60);
  await expectAccessible(page);
});
