import { launchElsewhere } from './drs';
import { expect, test } from './fixtures';
import { expectAccessibleEverywhere, haveSelected, readyIDs } from './helpers';
import { addFault, clearFaults } from './simulator';

test('An operator searches, filters and selects all that match', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^\d+ ?ready$/ }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('erp-db');
  const rows = page.getByRole('row', { name: /erp-db/ });
  // What DRS gives as nothing is a figure; a dash is for what it does not give.
  await expect(rows.first()).toContainText('0 B');
  const count = await rows.count();
  await page.getByRole('button', { name: `Select all ${count}` }).click();
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toContainText(`${count} selected · ${count} can be launched`);

  await page.reload();
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('erp-db');
  await expect(bar).toContainText(`${count} selected`);
  await bar.getByRole('button', { name: 'Clear' }).click();
  await expect(bar).toBeHidden();

  await page.getByRole('searchbox', { name: 'Search' }).fill('no such server');
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(page.getByRole('row')).toHaveCount(61);
});

test('A shift-click selects the servers between, and the bar says who cannot go', async ({
  page,
}) => {
  await page.goto('/');
  const boxes = page.locator('tbody').getByRole('checkbox');
  await boxes.nth(0).click();
  await boxes.nth(9).click({ modifiers: ['Shift'] });
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('10 selected');
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText(
    /cannot \(.*came from AWS/,
  );
});

test('In a grouped table Shift selects what is between on screen, and nothing of other groups', async ({
  page,
}) => {
  await page.goto('/?group=readiness');
  const lines = page.locator('tbody tr');
  await expect(lines.nth(3)).toBeVisible();
  const bar = page.getByRole('region', { name: 'Selection' });
  await lines.nth(1).getByRole('checkbox').click();
  await lines
    .nth(3)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('3 selected');
  for (const place of [1, 2, 3]) {
    await expect(lines.nth(place).getByRole('checkbox')).toBeChecked();
  }
  await bar.getByRole('button', { name: 'Clear' }).click();

  // Across a heading, the last server of a group and the first of the next are selected, and not the whole group.
  const heading = await lines.evaluateAll((all) =>
    all.findIndex((line, place) => place > 0 && line.getAttribute('data-key')?.startsWith('group')),
  );
  await lines.nth(heading - 1).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bar).toContainText('2 selected');
  await expect(lines.nth(heading + 1).getByRole('checkbox')).toBeChecked();
});

test('What is selected and hidden by a filter is told, and can be left out', async ({ page }) => {
  await page.goto('/?search=erp-db-01');
  await page.getByRole('checkbox', { name: 'Select erp-db-01' }).check();
  await page.getByRole('searchbox', { name: 'Search' }).fill('erp-app');
  await expect(page.getByRole('row', { name: /erp-db/ })).toHaveCount(0);
  const count = (await page.getByRole('row').count()) - 1;
  await page.getByRole('button', { name: `Select all ${count}` }).click();
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toContainText(`${count + 1} selected · 1 of them not shown · `);
  await expectAccessibleEverywhere(page, 'hidden-selection');
  await bar.getByRole('button', { name: 'Only what is shown' }).click();
  await expect(bar).toContainText(`${count} selected · `);
  await expect(bar).not.toContainText('not shown');
  await expect(bar.getByRole('button', { name: 'Only what is shown' })).toBeHidden();
});

test('Everything can be done by keyboard', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('row')).toHaveCount(61);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('erp-db-01');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Search' }).blur();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const review = page.getByRole('button', { name: 'Review failback of 1' });
  await expect(review).toBeVisible();
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press('Tab');
    if (await review.evaluate((element) => element === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Fail back 1 server' })).toBeVisible();
  await page.getByLabel('Type 1 to confirm').focus();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/failback-launches\/launch-/);
});

test('A server that came from AWS cannot be launched, and the review says why', async ({
  page,
}) => {
  await page.goto('/?search=erp-db-01');
  await page.getByRole('checkbox', { name: 'Select erp-db-01' }).check();
  await page.getByRole('searchbox', { name: 'Search' }).fill('');
  const other = page.getByRole('row').filter({ hasText: 'Came from AWS' }).first();
  await other.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Review failback of 1' }).click();
  await expect(page.getByRole('heading', { name: 'Fail back 1 server' })).toBeVisible();
  await expect(page.getByText(/^Came from AWS, and /)).toBeVisible();
});

test('Servers that DRS does not list any more are left out, and the others can go', async ({
  page,
  request,
}) => {
  const [ready = ''] = await readyIDs(request);
  await haveSelected(page, { 'eu-west-1': ['i-0123456789abcdef0', ready] });
  await page.goto('/failback-launches/new');
  await expect(page.getByRole('heading', { name: 'Fail back 1 server' })).toBeVisible();
  await expect(page.getByText('DRS does not list this recovery instance any more.')).toBeVisible();
  await expectAccessibleEverywhere(page, 'unlisted-server');
  await page.getByRole('button', { name: 'Take 1 server out of the selection' }).click();
  await expect(page.getByText('i-0123456789abcdef0')).toHaveCount(0);
  await page.getByLabel('Type 1 to confirm').fill('1');
  await page.getByRole('button', { name: 'Fail back 1 server' }).click();
  await expect(page).toHaveURL(/\/failback-launches\/launch-/);
});

test('What the operator looks at stays where it is when servers above it no longer match', async ({
  page,
  simulator,
}) => {
  await page.goto('/?readiness=ready');
  const names = page.locator('tbody').getByRole('link');
  await expect(names.first()).toBeVisible();
  const [first = '', second = ''] = await names.allTextContents();
  await page.evaluate(() => window.scrollTo(0, 800));
  const looked = await page
    .locator('tbody tr')
    .evaluateAll((lines) => lines.findIndex((line) => line.getBoundingClientRect().top >= 0));
  const key = await page.locator('tbody tr').nth(looked).getAttribute('data-key');
  const before = await page.locator(`tr[data-key="${key}"]`).boundingBox();
  await launchElsewhere(simulator.url, [first, second]);
  await expect(names.filter({ hasText: first })).toHaveCount(0);
  const after = await page.locator(`tr[data-key="${key}"]`).boundingBox();
  expect(after?.y).toBe(before?.y);
});

test('When DRS cannot be reached the page says so, keeps the truth and recovers', async ({
  page,
  simulator,
}) => {
  await page.goto('/');
  await expect(page.getByRole('row')).toHaveCount(61);
  await addFault(simulator.url, { operation: '*', kind: 'reset' });
  await expect(page.getByText(/DRS cannot be reached/).first()).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(61);
  await clearFaults(simulator.url);
  await expect(page.getByText(/DRS cannot be reached/)).toHaveCount(0);
});

test('A console that finds no DRS says so and recovers by itself', async ({ page, simulator }) => {
  await addFault(simulator.url, { operation: '*', kind: 'internal-error' });
  await page.goto('/');
  await expect(page.getByRole('alert').filter({ hasText: 'DRS failed internally' })).toBeVisible();
  await clearFaults(simulator.url);
  await expect(page.getByRole('row')).toHaveCount(61);
});

for (const minutes of [-10, 10]) {
  test(`The age of the data is told as it is where the browser's clock is ${minutes} min off`, async ({
    page,
  }) => {
    await page.addInitScript((offset) => {
      const now = () => performance.timeOrigin + performance.now() + offset;
      globalThis.Date = new Proxy(Date, {
        construct: (date, given) => Reflect.construct(date, given.length > 0 ? given : [now()]),
        get: (date, key) => (key === 'now' ? now : Reflect.get(date, key)),
      });
    }, minutes * 60_000);
    await page.goto('/');
    const shownBy = await page.evaluate(() => Date.now());
    expect(Math.abs(shownBy - Date.now())).toBeGreaterThan(9 * 60_000);
    const health = page.getByRole('list', { name: 'Target health' });
    await expect(health).toHaveText(/^\d+ s ago$/);
  });
}

test.describe('a large fleet', () => {
  test.use({ fleet: { servers: 3_000, seed: 7, speed: 60 } });

  test('can be scrolled, searched and selected as a whole', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Select all 3,000' }).click();
    await expect(page.getByRole('region', { name: 'Selection' })).toContainText('3,000 selected');
    await expect(page.getByRole('row', { name: /auth-ad-01/ })).toBeVisible();
    await page.keyboard.press('End');
    await expect(page.getByRole('row', { name: /pay-gw-300/ })).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search' }).fill('pay-gw-300');
    await expect(page.getByRole('row')).toHaveCount(2);
    await expect(page.getByRole('checkbox', { name: 'Select pay-gw-300' })).toBeChecked();
  });
});
