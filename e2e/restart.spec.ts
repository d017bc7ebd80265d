import { expect, test } from './fixtures';
import { addFault, clearFaults, launchesByInstance, startFailbackLaunchCalls } from './helpers';

test('A console killed while it launches takes the launch up again and sends nothing twice', async ({
  console,
  request,
  simulator,
}) => {
  const fleet = await (await request.get('/api/recovery-instances')).json();
  const ready = fleet.recoveryInstances.find(
    (instance: { readiness: { verdict: string } }) => instance.readiness.verdict === 'ready',
  );
  // The job is committed at once, and its answer comes after the console is gone.
  await addFault(simulator.url, {
    operation: 'StartFailbackLaunch',
    kind: 'slow',
    milliseconds: 30_000,
    count: 1,
  });
  const headers = { Origin: console.url, 'Idempotency-Key': 'killed-while-launching' };
  const data = { target: 'eu-west-1', recoveryInstanceIDs: [ready.recoveryInstanceID] };
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
