import { expect, test } from './fixtures';
import { launchSelected, selectServers } from './helpers';
import { addFault, launchesByInstance, startFailbackLaunchCalls } from './simulator';

test('An operator fails servers back and sees them home', async ({ page, simulator }) => {
  await page.goto('/');
  await selectServers(page, ['erp-db-01', 'erp-app-01']);
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('2 selected');
  await page.getByRole('button', { name: 'Review failback of 2' }).click();

  await expect(page.getByRole('heading', { name: 'Fail back 2 servers' })).toBeVisible();
  await expect(page.getByText('rebooted')).toBeVisible();
  await page.getByLabel('Tag 1 key').fill('aws:change');
  await expect(page.getByText('belong to AWS')).toBeVisible();
  await page.getByLabel('Tag 1 key').fill('change');
  await page.getByLabel('Tag 1 value').fill('CHG-20418');
  await expect(page.getByLabel('Command', { exact: true })).toContainText(
    'aws drs start-failback-launch',
  );
  await expect(page.getByLabel('Command', { exact: true })).toContainText('CHG-20418');

  const launch = page.getByRole('button', { name: 'Fail back 2 servers' });
  // It is off until the count is typed, and says so; a press does nothing.
  await launch.click({ force: true });
  expect(await startFailbackLaunchCalls(simulator.url)).toEqual([]);
  await page.getByLabel('Type 2 to confirm').fill('2');
  await launch.dblclick();
  await expect(page).toHaveURL(/\/failback-launches\/launch-/);
  expect(await startFailbackLaunchCalls(simulator.url)).toHaveLength(1);

  await page
    .getByRole('link', { name: /^drsjob-/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('drsjob-');
  await expect(page.getByRole('region', { name: 'Crossing' })).toContainText('erp-db-01');
  await expect(page.getByText('Completed: 2 launched.')).toBeVisible();
  await expect(page.getByRole('log')).toContainText('LAUNCH_END');
  expect(Object.values(await launchesByInstance(simulator.url))).toEqual([1, 1]);

  await page.getByRole('link', { name: 'Fleet' }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('erp-db-01');
  await expect(page.getByRole('row', { name: /erp-db-01/ })).toContainText('Home');
});

test('A server that fails is shown as failed, with its reason', async ({ page }) => {
  await page.goto('/');
  const doomed = ['mail-01-fails-conversion', 'files-win-02-fails-launch'];
  await selectServers(page, ['erp-db-01', ...doomed]);
  await launchSelected(page, 3);
  await page
    .getByRole('link', { name: /^drsjob-/ })
    .first()
    .click();
  await expect(
    page.getByText('Completed: 1 launched, 1 failed in conversion, 1 failed at launch.'),
  ).toBeVisible();
  await expect(page.getByText(/smaller than its source/).first()).toBeVisible();
  await expect(page.getByText(/boot device not found/).first()).toBeVisible();
  await page.getByRole('link', { name: 'Jobs' }).click();
  await expect(page.getByText(/1 launched.*2 failed|1 failed in conversion/).first()).toBeVisible();
});

test('A launch whose answer is lost is found by its tag and not sent again', async ({
  page,
  simulator,
}) => {
  await page.goto('/');
  await selectServers(page, ['erp-db-01']);
  await addFault(simulator.url, {
    operation: 'StartFailbackLaunch',
    kind: 'commit-then-drop',
    count: 1,
  });
  await launchSelected(page, 1);
  await expect(page.getByRole('link', { name: /^drsjob-/ }).first()).toBeVisible();
  expect(await startFailbackLaunchCalls(simulator.url)).toHaveLength(1);
  expect(Object.values(await launchesByInstance(simulator.url))).toEqual([1]);
});

test('A refusal of DRS is told in its own words and keeps the selection', async ({
  page,
  simulator,
}) => {
  await page.goto('/');
  await selectServers(page, ['erp-db-01']);
  await addFault(simulator.url, {
    operation: 'StartFailbackLaunch',
    kind: 'access-denied',
    count: 1,
  });
  await page.getByRole('button', { name: 'Review failback of 1' }).click();
  await page.getByLabel('Type 1 to confirm').fill('1');
  await page.getByRole('button', { name: 'Fail back 1 server' }).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'AWS does not allow this console' });
  await expect(refusal).toContainText('AccessDeniedException');
  // A further attempt is a decision of its own, and is confirmed anew.
  await page.getByLabel('Type 1 to confirm').fill('1');
  await page.getByRole('button', { name: 'Fail back 1 server' }).click();
  await expect(page).toHaveURL(/\/failback-launches\/launch-/);
  expect(Object.values(await launchesByInstance(simulator.url))).toEqual([1]);
});
