import type { Page } from '@playwright/test';
import { launchElsewhere } from './drs';
import { expect, test } from './fixtures';
import { expectAccessible, expectAccessibleEverywhere } from './helpers';

test.use({
  fleet: { servers: 30, seed: 7, speed: 60 },
  targets: { production: 'eu-west-1', americas: 'us-east-2' },
});

const everyServer = (page: Page) => expect(page.getByText('60 servers')).toBeVisible();
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search' });
const headings = (page: Page) => page.getByRole('columnheader').allTextContents();

test('The columns of an operator are remembered, and a link opens the same for everybody', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await everyServer(page);
  const usual = await headings(page);
  await page.getByRole('button', { name: 'View', exact: true }).click();
  const panel = page.getByRole('group', { name: 'View' });
  await panel.getByRole('checkbox', { name: 'Backlog' }).uncheck();
  const wave = panel.getByRole('checkbox', { name: 'Tag wave' });
  await wave.press('Space');
  await expect(wave).toBeChecked();
  await expect(wave).toBeFocused();
  for (let step = 0; step < 4; step += 1) {
    await panel.getByRole('button', { name: 'Move Lag up' }).click();
  }
  await expect(page.getByRole('columnheader').nth(2)).toHaveText('Lag');
  const mine = await headings(page);
  expect(mine).toContain('wave');
  expect(mine).not.toContain('Backlog');

  await page.goto('/');
  await everyServer(page);
  await expect.poll(() => headings(page)).toEqual(mine);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name: 'Copy the link to this view' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).searchParams.get('columns')?.split(',')).toContain('tag:wave');

  await page.goto('/?search=erp');
  await expect(search(page)).toHaveValue('erp');
  expect(await headings(page)).toEqual(usual);
  await search(page).fill('');
  await expect(page).toHaveURL(/\?columns=/);
  await page.reload();
  await everyServer(page);
  expect(await headings(page)).toEqual(usual);

  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name: 'Copy the link to this view' }).click();
  const usualLink = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto(usualLink);
  await everyServer(page);
  expect(await headings(page)).toEqual(usual);
});

test('The link to the fleet lifts the filters, and Back brings them again', async ({ page }) => {
  await page.goto('/');
  await everyServer(page);
  const ready = page.getByRole('button', { name: /^\d+ ?ready$/ });
  await ready.click();
  await expect(page).toHaveURL(/\?readiness=ready$/);
  await expect(page.getByText(/^\d+ of 60 servers/)).toBeVisible();
  await page.getByRole('link', { name: 'Fleet' }).click();
  await expect(page).toHaveURL(/\/$/);
  await everyServer(page);
  await expect(ready).toHaveAttribute('aria-pressed', 'false');
  await page.goBack();
  await expect(page).toHaveURL(/\?readiness=ready$/);
  await expect(ready).toHaveAttribute('aria-pressed', 'true');
});

test('What a link asked for in vain is told until it is dismissed', async ({ page }) => {
  await page.goto('/?readyness=ready');
  const complaint = page.getByText('The link asks for “readyness”, which the fleet does not know.');
  await expect(complaint).toBeVisible();
  await search(page).fill('erp');
  await expect(page).toHaveURL(/search=erp/);
  await expect(complaint).toBeVisible();
  await page.reload();
  await expect(search(page)).toHaveValue('erp');
  await expect(complaint).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(complaint).toHaveCount(0);
  await expect(page).toHaveURL(/\?search=erp$/);
  await page.goto('/?readyness=ready');
  await expect(complaint).toBeVisible();
  await page.getByRole('link', { name: 'Fleet' }).click();
  await expect(complaint).toHaveCount(0);
});

test('Servers are grouped by a tag, selected by group, and sorted further by keyboard', async ({
  page,
  simulator,
}) => {
  await page.goto('/?target=production&columns=name,readiness,tag:wave,lag');
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByLabel('Group by').selectOption('Tag wave');
  await page.keyboard.press('Escape');
  const group = page.getByRole('row', { name: /^Select all of Tag wave: 2/ });
  const [, size = ''] = /(\d+) servers? ·/.exec((await group.textContent()) ?? '') ?? [];
  await group.getByRole('checkbox').check();
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText(`${size} selected`);
  await expect(
    page.getByRole('status').filter({ hasText: new RegExp(`^${size} selected · \\d+ can be`) }),
  ).toHaveCount(1);

  await page.getByRole('columnheader', { name: 'wave' }).getByRole('button').press('Enter');
  await page.getByRole('columnheader', { name: 'Lag' }).getByRole('button').press('Shift+Enter');
  await expect(page).toHaveURL(/sort=tag%3Awave%2Clag/);
  await expect(page.getByRole('columnheader', { name: 'Lag 2' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );

  await page.goto('/?target=production&sort=readiness');
  const names = page.locator('tbody').getByRole('link');
  await expect(names.first()).toBeVisible();
  const [first = ''] = await names.allTextContents();
  await launchElsewhere(simulator.url, [first]);
  await page.getByRole('button', { name: 'Sort again' }).click();
  await expect(names.first()).not.toHaveText(first);
  await expect(page.getByRole('button', { name: 'Sort again' })).toHaveCount(0);
});

test('On a phone a card names its target, and any figure sorts the cards', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/?search=erp-db-01');
  const americas = page.getByRole('row', { name: /erp-db-01.*americas/ });
  await expect(americas).toBeVisible();
  await expect(americas.getByText('americas')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select erp-db-01 in americas' }).check();
  await expect(
    page.getByRole('checkbox', { name: 'Select erp-db-01 in production' }),
  ).toBeVisible();
  await expectAccessibleEverywhere(page, 'cards');
  await page.setViewportSize({ width: 360, height: 800 });

  await page.getByLabel('Sort by').selectOption('Lag');
  await expect(page).toHaveURL(/sort=lag/);
  await page.getByRole('button', { name: 'Sort descending' }).click();
  await expect(page).toHaveURL(/sort=-lag/);
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await expect(page.getByLabel('Group by')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Backlog' })).toHaveCount(0);
});
