import type { Page, Request } from '@playwright/test';
import { launchElsewhere } from './drs';
import { openStreams } from './event-streams';
import { expect, test } from './fixtures';
import { addFault, callsTo, clearFaults, stepClock } from './simulator';

// The clock stands still until a test moves it, so a test knows when something changes.
test.use({ fleet: { servers: 60, seed: 1, speed: 0 } });

/** The longest that a change may take to be on screen while a job runs: the interval, its jitter, and this. */
const ON_SCREEN = 3_300 + 250;

/** Opens the page of a job that was started elsewhere. */
async function openJob(page: Page, simulatorURL: string): Promise<string> {
  const jobID = await launchElsewhere(simulatorURL, ['erp-db-01', 'erp-app-01']);
  await stepClock(simulatorURL, 10);
  await page.goto(`/jobs/${jobID}`);
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Running');
  return jobID;
}

const isStream = (url: string) => url.includes('/api/events');

/** Counts the streams that the tabs of a browser have open, from now on. */
function streamCounter(page: Page): () => number {
  const open = new Map<Request, Page>();
  const context = page.context();
  context.on('request', (request) => {
    if (isStream(request.url())) open.set(request, request.frame().page());
  });
  context.on('requestfinished', (request) => open.delete(request));
  context.on('requestfailed', (request) => open.delete(request));
  return () => [...open.values()].filter((tab) => !tab.isClosed()).length;
}

test('A job that was started elsewhere appears by itself', async ({ page, simulator }) => {
  await page.goto('/jobs');
  await expect(page.getByRole('heading', { name: 'Job history' })).toBeVisible();
  const jobID = await launchElsewhere(simulator.url, ['erp-db-01']);
  await expect(page.getByRole('link', { name: jobID })).toBeVisible();
});

test('What happens in DRS is on screen within the poll interval', async ({ page, simulator }) => {
  await openJob(page, simulator.url);
  await expect(page.getByRole('log')).toContainText('JOB_START');
  const from = Date.now();
  await stepClock(simulator.url, 3_600);
  await page.getByText('Completed: 2 launched.').waitFor();
  expect(Date.now() - from).toBeLessThan(ON_SCREEN);
  await expect(page.getByRole('log')).toContainText('JOB_END');
  await expect(page.getByText(/^Final, read/)).toBeVisible();
});

test('A page is right again after a restart of the console, without a reload', async ({
  page,
  console,
  simulator,
}) => {
  await openJob(page, simulator.url);
  await page.evaluate(() => Object.assign(window, { stillThere: true }));
  const from = Date.now();
  await console.stop('SIGTERM');
  expect(Date.now() - from).toBeLessThan(3_000);
  await stepClock(simulator.url, 3_600);
  await expect(page.getByText(/The console does not answer; trying again/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Running');
  await console.start();
  await expect(page.getByText('Completed: 2 launched.')).toBeVisible();
  await expect(page.getByText(/The console does not answer/)).toHaveCount(0);
  expect(await page.evaluate(() => 'stillThere' in window)).toBe(true);
});

for (const [fault, words] of [
  [{ kind: 'throttle', retryAfterSeconds: 4 }, 'DRS is throttling'],
  [{ kind: 'internal-error' }, 'DRS failed internally'],
  [{ kind: 'hang' }, 'DRS did not answer in time'],
  [{ kind: 'reset' }, 'DRS cannot be reached'],
] as const) {
  test(`While "${fault.kind}" strikes the last truth stays, with its age and the reason`, async ({
    page,
    console,
    simulator,
  }) => {
    await console.stop();
    await console.start({ HOMEWARD_DRS_TIMEOUT_MS: '1500' });
    await openJob(page, simulator.url);
    await addFault(simulator.url, { operation: '*', ...fault });
    const age = page.getByText(new RegExp(`${words}(; retrying( in \\d+ s)?)?; last good .* UTC`));
    await expect(age.first()).toBeVisible();
    await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Running');
    await clearFaults(simulator.url);
    await stepClock(simulator.url, 3_600);
    await expect(page.getByText('Completed: 2 launched.')).toBeVisible();
    await expect(age).toHaveCount(0);
  });
}

test('A throttled DRS is left alone for as long as it asks', async ({ page, simulator }) => {
  await openJob(page, simulator.url);
  await addFault(simulator.url, {
    operation: 'DescribeJobs',
    kind: 'throttle',
    retryAfterSeconds: 6,
  });
  await expect(page.getByText(/DRS is throttling; retrying in [456] s/).first()).toBeVisible();
  const calls = await callsTo(simulator.url, 'DescribeJobs');
  await page
    .getByText(/DRS is throttling; retrying in [12] s/)
    .first()
    .waitFor();
  expect(await callsTo(simulator.url, 'DescribeJobs')).toHaveLength(calls.length);
});

test('Twelve tabs over HTTP/1.1 share one stream, also when the one that has it is closed', async ({
  page,
  simulator,
}) => {
  const countStreams = streamCounter(page);
  const jobID = await openJob(page, simulator.url);
  const others = await Promise.all(
    Array.from({ length: 11 }, async (_, index) => {
      const tab = await page.context().newPage();
      await tab.goto(index % 2 ? `/jobs/${jobID}` : '/jobs');
      await expect(tab.getByText(jobID).first()).toBeVisible();
      return tab;
    }),
  );
  await expect.poll(countStreams).toBe(1);
  await page.close();
  await expect.poll(countStreams).toBe(1);
  await stepClock(simulator.url, 3_600);
  for (const tab of others) await expect(tab.getByText('Completed: 2 launched.')).toBeVisible();
  expect(countStreams()).toBe(1);
});

test('The console ends within three seconds with a thousand streams open', async ({ console }) => {
  const url = `${console.url}/api/events?topic=/api/jobs?target=eu-west-1`;
  let ended = 0;
  const viewers = await openStreams(1_000, { url, onEnd: () => (ended += 1) });
  const from = Date.now();
  await console.stop('SIGTERM');
  expect(Date.now() - from).toBeLessThan(3_000);
  await expect.poll(() => ended).toBe(viewers.length);
});

test('A hidden tab costs nothing, and is right within a second of being shown', async ({
  page,
  simulator,
}) => {
  const countStreams = streamCounter(page);
  await page.goto('/jobs');
  await expect.poll(countStreams).toBe(1);
  await setVisibility(page, 'hidden');
  await expect.poll(countStreams).toBe(0);
  const jobID = await launchElsewhere(simulator.url, ['erp-db-01']);
  const from = Date.now();
  await setVisibility(page, 'visible');
  await page.getByRole('link', { name: jobID }).waitFor();
  expect(Date.now() - from).toBeLessThan(1_000);
});

/** A browser under test never hides a tab by itself. */
async function setVisibility(page: Page, state: DocumentVisibilityState) {
  await page.evaluate((visibilityState) => {
    Object.defineProperty(document, 'hidden', {
      configurable: true,
      get: () => visibilityState === 'hidden',
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}
