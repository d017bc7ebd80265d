import { launchElsewhere } from './drs';
import { expect, test } from './fixtures';
import { expectAccessibleEverywhere, haveSelected, readyIDs, selectServers } from './helpers';
import { addFault, launchesByInstance, startFailbackLaunchCalls } from './simulator';
import type { Page } from '@playwright/test';

const target = 'eu-west-1';

async function confirm(page: Page, count: number) {
  await page.getByLabel(`Type ${count} to confirm`).fill(String(count));
  await page.getByRole('button', { name: new RegExp(`^Fail back ${count} `) }).click();
}

test.describe('A launch whose answer is lost and whose job is nowhere', () => {
  test.use({ settings: { HOMEWARD_SETTLE_MS: '500' } });

  test.beforeEach(async ({ page, request, simulator }) => {
    const [id = ''] = await readyIDs(request);
    await addFault(simulator.url, {
      operation: 'StartFailbackLaunch',
      kind: 'html-502',
      count: 1,
    });
    await haveSelected(page, { [target]: [id] });
    await page.goto('/failback-launches/new');
    await confirm(page, 1);
    await expect(page).toHaveURL(/\/failback-launches\/launch-/);
    await expect(parked(page)).toBeVisible();
  });

  const parked = (page: Page) =>
    page.getByRole('region', { name: 'Batch 1: outcome unknown, nothing is re-sent by itself' });

  test('is sent again only after a second confirmation', async ({ page, simulator }) => {
    await expect(parked(page)).toContainText('homeward:launch = launch-');
    await expectAccessibleEverywhere(page, 'parked');
    await parked(page).getByRole('button', { name: 'Send again…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send batch 1 again' });
    await expect(dialog).toContainText('rebooted a second time');
    await expectAccessibleEverywhere(page, 'resend');
    // It is off until the count is typed, and says so; a press does nothing.
    await dialog.getByRole('button', { name: 'Send again' }).click({ force: true });
    expect(await startFailbackLaunchCalls(simulator.url)).toHaveLength(1);
    await dialog.getByLabel('Type 1 to send again').fill('1');
    await dialog.getByRole('button', { name: 'Send again' }).dblclick();
    await expect(page.getByRole('link', { name: /^drsjob-/ }).first()).toBeVisible();
    await expect(parked(page)).toBeHidden();
    expect(await startFailbackLaunchCalls(simulator.url)).toHaveLength(2);
    expect(Object.values(await launchesByInstance(simulator.url))).toEqual([1]);
  });

  test('keeps its server out of another launch, whose review says so and leads to it', async ({
    page,
    request,
  }) => {
    const launchID = page.url().split('/').at(-1) ?? '';
    const [held = '', free = ''] = await readyIDs(request);
    await haveSelected(page, { [target]: [held, free] });
    await page.goto('/failback-launches/new');
    await expect(page.getByRole('heading', { name: 'Fail back 1 server' })).toBeVisible();
    await expect(page.getByText('1 server cannot be launched and is left out')).toBeVisible();
    const launches = page.getByRole('list', { name: 'Launches in the way' });
    await expect(launches).toContainText('nothing is re-sent by itself, launched by');
    await expectAccessibleEverywhere(page, 'held');
    await launches.getByRole('link', { name: launchID }).click();
    await expect(parked(page)).toBeVisible();
  });

  test('can be marked as not needed, which is kept and can be found again', async ({
    page,
    simulator,
  }) => {
    await parked(page).getByRole('button', { name: 'Mark as not needed…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Batch 1 is not needed' });
    await dialog.getByLabel('Why, for the record').fill('The proxy was down');
    await dialog.getByRole('button', { name: 'Mark as not needed' }).click();
    await expect(page.getByRole('region', { name: 'Batch 1 of 1' })).toContainText('Not needed');
    await page.getByRole('button', { name: 'Show the record' }).click();
    await expect(page.getByRole('row', { name: /Not needed/ })).toContainText('The proxy was down');
    await page.getByRole('button', { name: 'Launch the failed ones again' }).click();
    await expect(page.getByRole('dialog', { name: 'Launch the failed ones again' })).toContainText(
      'A person said that it is not needed.',
    );
    await page.keyboard.press('Escape');
    expect(await launchesByInstance(simulator.url)).toEqual({});

    await page.getByRole('link', { name: 'Launches' }).click();
    await page.getByLabel('State of a batch').selectOption({ label: 'Not needed' });
    await expect(page).toHaveURL(/state=dismissed/);
    await page.reload();
    await expect(page.getByRole('link', { name: /^launch-/ })).toHaveCount(1);
  });
});

test('A server that somebody else launches meanwhile is refused, and their job can be watched', async ({
  page,
  simulator,
}) => {
  await page.goto('/');
  await selectServers(page, ['erp-db-01', 'erp-app-01']);
  await page.getByRole('button', { name: 'Review failback of 2' }).click();
  await expect(page.getByRole('heading', { name: 'Fail back 2 servers' })).toBeVisible();
  // The page grows old, because the next previews do not arrive.
  await page.route('**/api/failback-launches/preview', (route) => route.abort());
  const jobID = await launchElsewhere(simulator.url, ['erp-db-01']);
  await confirm(page, 2);
  const refused = page.getByRole('region', { name: 'Result' });
  await expect(refused).toContainText('was ready and is running');
  await expect(refused).toContainText('preview-changed');
  await expectAccessibleEverywhere(page, 'refused');
  expect(await startFailbackLaunchCalls(simulator.url)).toHaveLength(1);

  await page.unroute('**/api/failback-launches/preview');
  await expect(page.getByRole('heading', { name: 'Fail back 1 server' })).toBeVisible();
  await expect(page.getByText('1 server cannot be launched and is left out')).toBeVisible();
  await page
    .getByRole('list', { name: 'Jobs in the way' })
    .first()
    .getByRole('link', { name: jobID })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(jobID);
});

test('A launch without an answer is not sent any more once its review was left, and every page tells of it', async ({
  page,
  request,
  simulator,
}) => {
  const [id = ''] = await readyIDs(request);
  await haveSelected(page, { [target]: [id] });
  await page.goto('/failback-launches/new');
  const launches = '**/api/failback-launches';
  await page.route(launches, (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await confirm(page, 1);
  await expect(page.getByText('Homeward has not answered yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Fleet' }).click();
  const notice = page.getByRole('region', { name: 'Launches sent from this tab' });
  await expect(notice).toContainText(`1 server in ${target}`);
  await page.unroute(launches);
  await expect(notice).toContainText('no clear answer');
  expect(await startFailbackLaunchCalls(simulator.url)).toEqual([]);
  await expectAccessibleEverywhere(page, 'launch-left');

  // Back in the review the same press is the same launch, and its answer ends the doubt.
  await page.reload();
  await expect(notice).toContainText('no clear answer');
  await page.getByRole('button', { name: 'Review failback of 1' }).click();
  await expect(notice).toBeVisible();
  await confirm(page, 1);
  await expect(page).toHaveURL(/\/failback-launches\/launch-/);
  await expect(notice).toBeHidden();
  expect(Object.values(await launchesByInstance(simulator.url))).toEqual([1]);
});

test('A press that finds an earlier launch on record says so, and launches nothing', async ({
  page,
  request,
  simulator,
}) => {
  const [id = ''] = await readyIDs(request);
  await haveSelected(page, { [target]: [id] });
  const previews = '**/api/failback-launches/preview';
  const seen = page.waitForResponse(previews);
  await page.goto('/failback-launches/new');
  const preview: unknown = await (await seen).json();
  const launches = '**/api/failback-launches';
  // The launch arrives, and its answer does not.
  await page.route(launches, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await confirm(page, 1);
  await expect
    .poll(async () => Object.values(await launchesByInstance(simulator.url)))
    .toEqual([1]);
  await page.getByRole('link', { name: 'Fleet' }).click();
  const notice = page.getByRole('region', { name: 'Launches sent from this tab' });
  await expect(notice).toContainText('no clear answer');
  await page.unroute(launches);

  // Later, as if the server were ready once more.
  await page.route(previews, (route) => route.fulfill({ json: preview }));
  await page.goto('/failback-launches/new');
  await confirm(page, 1);
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toContainText('nothing new was launched');
  await expect(result.getByRole('link', { name: /^launch-/ })).toBeVisible();
  await expect(page).toHaveURL(/\/new$/);
  await expect(notice).toBeHidden();
  await expectAccessibleEverywhere(page, 'launch-replayed');
  // The next press is a launch of its own, which the server judges afresh.
  await confirm(page, 1);
  await expect(result).toContainText(/was ready and is (running|done)/);
  expect(await startFailbackLaunchCalls(simulator.url)).toHaveLength(1);
});

test.describe('While the store cannot be used', () => {
  test.use({ settings: { HOMEWARD_DATA_DIR: '/dev/null/data' } });

  test('the pages about launches say so, and nothing is launched', async ({
    page,
    request,
    simulator,
  }) => {
    const [id = ''] = await readyIDs(request);
    await page.goto('/failback-launches');
    await expect(page.getByText('Launches cannot be recorded', { exact: true })).toBeVisible();
    await haveSelected(page, { [target]: [id] });
    await page.goto('/failback-launches/new');
    await expect(page.getByText('Launches cannot be recorded', { exact: true })).toBeVisible();
    await confirm(page, 1);
    const result = page.getByRole('region', { name: 'Result' });
    await expect(result).toContainText('store-unavailable');
    expect(await startFailbackLaunchCalls(simulator.url)).toEqual([]);
  });
});
