import { expect, test } from './fixtures';
import { expectAccessibleEverywhere, readyIDs } from './helpers';
import { addFault, clearFaults, launchesByInstance, startFailbackLaunchCalls } from './simulator';

test('A tab that stays open while the console is connected elsewhere shows nothing of before', async ({
  console,
  page,
}) => {
  const followed = page.waitForResponse('**/api/events?**');
  await page.goto('/');
  await expect(page.getByText('No machine is touched.')).toBeVisible();
  await followed;
  await console.stop();
  await console.start({
    AWS_REGION: 'eu-central-1',
    HOMEWARD_TARGET: 'eu-west-1',
    HOMEWARD_OPERATOR: 'Ana Ortiz',
  });
  const notice = page.getByRole('alert').filter({ hasText: 'connected to another place now' });
  await expect(notice).toBeVisible();
  await expect(page.getByText('No machine is touched.')).toBeHidden();
  await expectAccessibleEverywhere(page, 'elsewhere');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('list', { name: 'Targets' })).toContainText('eu-central-1');
  await expect(page.getByText('Ana Ortiz')).toBeVisible();
  await expect(notice).toBeHidden();
});

test('A console killed while it launches takes the launch up again and sends nothing twice', async ({
  console,
  request,
  simulator,
}) => {
  const [recoveryInstanceID = ''] = await readyIDs(request);
  // The job is committed at once, and its answer comes after the console is gone.
  await addFault(simulator.url, {
    operation: 'StartFailbackLaunch',
    kind: 'slow',
    milliseconds: 30_000,
    count: 1,
  });
  const headers = { Origin: console.url, 'Idempotency-Key': 'killed-while-launching' };
  const data = { target: 'eu-west-1', recoveryInstanceIDs: [recoveryInstanceID] };
  const lost = request.post('/api/failback-launches', { headers, data }).catch(() => undefined);
  await expect
    .poll(() => startFailbackLaunchCalls(simulator.url).then((calls) => calls.length))
    .toBe(1);
  await console.stop('SIGKILL');
  await lost;
  await clearFaults(simulator.url);
  await console.start();

  const again = await request.post('/api/failback-launches', { headers, data });
  expect(again.status()).toBe(202);
  const { launchID } = await again.json();
  await expect
    .poll(async () => {
      const launch = await (await request.get(`/api/failback-launches/${launchID}`)).json();
      return launch.batches[0].state;
    })
    .toBe('found');
  expect(await startFailbackLaunchCalls(simulator.url)).toHaveLength(1);
  expect(Object.values(await launchesByInstance(simulator.url))).toEqual([1]);

  const other = await request.post('/api/failback-launches', {
    headers,
    data: { ...data, tags: { wave: '2' } },
  });
  expect(other.status()).toBe(409);
});
