import { expect, test } from './fixtures';
import { expectAccessibleEverywhere, haveSelected, readyIDs } from './helpers';
import { launchesByInstance, setSpeed, startFailbackLaunchCalls } from './simulator';

const target = 'eu-west-1';

test.describe('A launch that is larger than what DRS takes at once', () => {
  test.use({
    fleet: { servers: 60, seed: 1, speed: 5 },
    settings: { HOMEWARD_JOBS_AT_ONCE: '1', HOMEWARD_SERVERS_PER_JOB: '2' },
  });

  test('waits in a queue that can be paused, resumed and cancelled', async ({
    page,
    request,
    simulator,
  }) => {
    const ids = (await readyIDs(request)).slice(0, 6);
    await haveSelected(page, { [target]: ids });
    await page.goto('/failback-launches/new');
    const plan = page.getByRole('region', { name: 'How it is sent' });
    await expect(plan).toContainText('As 3 DRS jobs of 2 servers each.');
    await expect(plan).toContainText('1 can be sent at once; 2 wait');
    await page.getByLabel('Type 6 to confirm').fill('6');
    await page.getByRole('button', { name: 'Fail back 6 servers' }).click();
    await expect(page).toHaveURL(/\/failback-launches\/launch-/);

    const batch = (number: number) =>
      page.getByRole('row', { name: new RegExp(`Batch ${number}\\b`) });
    await expect(batch(1)).toContainText(/drsjob-/);
    await expect(batch(2)).toContainText('Next.');
    await expect(batch(3)).toContainText('Number 2 in the queue.');
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByText('Paused. Nothing more is sent')).toBeVisible();
    await expectAccessibleEverywhere(page, 'queue-paused');

    await setSpeed(simulator.url, 3_000);
    await expect(batch(1)).toContainText('Succeeded');
    await setSpeed(simulator.url, 5);
    expect(await startFailbackLaunchCalls(simulator.url)).toHaveLength(1);

    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(batch(2)).toContainText(/drsjob-/);
    await page.getByRole('button', { name: 'Cancel waiting batches' }).click();
    const dialog = page.getByRole('dialog', { name: 'Cancel waiting batches' });
    await expect(dialog).toContainText('1 batch with 2 servers will not be sent.');
    await dialog.getByRole('button', { name: 'Cancel the batches' }).click();
    await expect(batch(3)).toContainText('Cancelled');
    expect(await startFailbackLaunchCalls(simulator.url)).toHaveLength(2);
    expect(Object.values(await launchesByInstance(simulator.url))).toEqual([1, 1, 1, 1]);

    await page.getByRole('button', { name: 'Show the record' }).click();
    await expect(page.getByRole('row', { name: /Paused the launch/ })).toContainText(
      'Local operator',
    );
    await expect(page.getByRole('row', { name: /Called StartFailbackLaunch/ })).toHaveCount(2);
    await expectAccessibleEverywhere(page, 'record');

    await page.getByRole('button', { name: 'Launch the failed ones again' }).click();
    await page.getByRole('button', { name: 'Review failback of 2' }).click();
    await expect(page.getByRole('heading', { name: 'Fail back 2 servers' })).toBeVisible();
  });
});

test.describe('A launch of 250 servers', () => {
  test.use({ fleet: { servers: 420, seed: 1, speed: 600 } });

  test('goes home in several jobs, each server once', async ({ page, request, simulator }) => {
    const ids = (await readyIDs(request)).slice(0, 250);
    expect(ids).toHaveLength(250);
    await haveSelected(page, { [target]: ids });
    await page.goto('/failback-launches/new');
    await expect(page.getByRole('region', { name: 'How it is sent' })).toContainText('3 DRS jobs');
    const servers = page.getByRole('group', { name: 'Servers, widest lag first' });
    await expect(servers.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '250');
    await expectAccessibleEverywhere(page, 'review-large');
    await page.getByLabel('Type 250 to confirm').fill('250');
    await page.getByRole('button', { name: 'Fail back 250 servers' }).click();
    await expect(page).toHaveURL(/\/failback-launches\/launch-/);
    await expect(page.getByRole('row', { name: /Batch 3\b/ })).toContainText(/drsjob-/);
    await expect(page.getByText(/^2\d\d of 250 home/)).toBeVisible();
    const launches = await launchesByInstance(simulator.url);
    expect(Object.keys(launches).toSorted()).toEqual(ids.toSorted());
    expect(new Set(Object.values(launches))).toEqual(new Set([1]));
  });
});

test.describe('A selection over two targets', () => {
  test.use({ targets: { production: 'eu-west-1', 'branch office': 'eu-central-1' } });

  test('is shown and sent as two launches, each with its own answer', async ({
    page,
    request,
    simulator,
  }) => {
    const [one = ''] = await readyIDs(request, 'production');
    const [other = ''] = await readyIDs(request, 'branch office');
    await haveSelected(page, { production: [one], 'branch office': [other] });
    await page.goto('/failback-launches/new');
    await expect(page.getByText('spread over 2 targets and is sent as 2 launches')).toBeVisible();
    await expect(page.getByRole('region', { name: 'production', exact: true })).toContainText(
      'one DRS job',
    );
    await expect(page.getByRole('region', { name: 'branch office', exact: true })).toContainText(
      'one DRS job',
    );
    await expectAccessibleEverywhere(page, 'review-two-targets');
    await page.getByLabel('Type 2 to confirm').fill('2');
    await page.getByRole('button', { name: 'Fail back 2 servers as 2 launches' }).click();
    const results = page.getByRole('region', { name: 'Result' });
    await expect(results.getByText('1 server in production: on record as')).toBeVisible();
    await expect(results.getByText('1 server in branch office: on record as')).toBeVisible();
    await expect(results.getByRole('link', { name: /^launch-/ })).toHaveCount(2);
    expect(await startFailbackLaunchCalls(simulator.url)).toHaveLength(2);
  });
});
