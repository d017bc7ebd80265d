import type { Page } from '@playwright/test';
import type { Job } from '@/lib/contract/job';
import { launchElsewhere, readyServers } from './drs';
import { expect, test } from './fixtures';
import { expectAccessible } from './helpers';
import { addFault, clearFaults, setSpeed } from './simulator';

const conversionFails = 'mail-01-fails-conversion';

function jobIcon(page: Page) {
  return page.locator('link[rel~="icon"]').first().getAttribute('href');
}

const twelve = async (simulatorURL: string) => (await readyServers(simulatorURL)).slice(0, 12);

const log = (page: Page) => page.getByRole('log', { name: 'Job log' });

test('A job that a colleague started appears, and is followed to its end with its failures', async ({
  page,
  simulator,
}) => {
  await page.goto('/jobs');
  await expect(page.getByRole('table')).toBeVisible();
  const before = await jobIcon(page);
  // The job is slow enough to be seen running on a slow machine, too.
  await setSpeed(simulator.url, 5);
  const jobID = await launchElsewhere(simulator.url, ['erp-db-01', conversionFails]);
  await expect(page.getByRole('row', { name: new RegExp(jobID) })).toContainText('FAILBACK');
  await page.getByRole('link', { name: jobID }).click();
  await expect(page.getByRole('region', { name: 'Crossing' })).toContainText('erp-db-01');
  await expect(page).toHaveTitle(/0 of 2 home/);
  await expect.poll(() => jobIcon(page)).not.toBe(before);
  const running = await jobIcon(page);

  await setSpeed(simulator.url, 60);
  await expect(page.getByText('Completed: 1 launched, 1 failed in conversion.')).toBeVisible();
  await expect(page).toHaveTitle(/1 of 2 home, 1 failed/);
  expect(await jobIcon(page)).not.toBe(running);
  const lanes = page.getByRole('list', { name: 'Servers on their way' }).getByRole('listitem');
  await expect(lanes.first()).toContainText('Conversion failed');
  await expect(page.getByRole('region', { name: 'Servers' })).toContainText('at least as large');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Fleet' }).click();
  await expect(page.getByRole('heading', { name: 'Fleet' })).toBeVisible();
  expect(await jobIcon(page)).toBe(before);
});

test('A job whose log may not be read gets no tick, and the page says what is missing', async ({
  page,
  simulator,
}) => {
  await addFault(simulator.url, { operation: 'DescribeJobLogItems', kind: 'access-denied' });
  const jobID = await launchElsewhere(simulator.url, ['erp-db-01']);
  await page.goto(`/jobs/${jobID}`);
  await expect(
    page.getByText('Completed: 1 launched as DRS says, but the log has not been read to its end.'),
  ).toBeVisible();
  await expect(page.getByText('Log not read', { exact: true })).toBeVisible();
  await expect(page.getByRole('note')).toContainText('drs:DescribeJobLogItems');
  await expectAccessible(page);
  await page.goto('/jobs');
  await expect(page.getByRole('row', { name: new RegExp(jobID) })).toContainText('Log not read');

  await clearFaults(simulator.url);
  await page.goto(`/jobs/${jobID}`);
  await expect(page.getByText('Completed: 1 launched.')).toBeVisible();
});

test('The time shown is zoomed and panned by key and by button', async ({ page, simulator }) => {
  const jobID = await launchElsewhere(simulator.url, ['erp-db-01']);
  await page.goto(`/jobs/${jobID}`);
  await expect(page.getByText('Completed: 1 launched.')).toBeVisible();
  const lanes = page.getByRole('group', { name: /^Lanes, / });
  const shown = () => lanes.getAttribute('aria-label');
  const whole = await shown();
  await expect(page.getByRole('button', { name: 'Earlier' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await lanes.focus();
  await page.keyboard.press('+');
  const zoomed = await shown();
  expect(zoomed).not.toBe(whole);
  await page.keyboard.press('ArrowRight');
  expect(await shown()).not.toBe(zoomed);
  await page.keyboard.press('0');
  expect(await shown()).toBe(whole);
});

test.describe('the log', () => {
  test('is followed, paused by scrolling up, and taken up again', async ({ page, simulator }) => {
    await setSpeed(simulator.url, 20);
    const jobID = await launchElsewhere(simulator.url, await twelve(simulator.url));
    await page.goto(`/jobs/${jobID}`);
    await expect(log(page).getByText('CONVERSION_END').first()).toBeVisible();
    await expect
      .poll(() => log(page).evaluate((view) => view.scrollHeight > view.clientHeight + 50))
      .toBe(true);
    await log(page).hover();
    await page.mouse.wheel(0, -600);
    await page.getByRole('button', { name: /^\d+ new$/ }).click();
    await expect(page.getByRole('button', { name: 'Following' })).toBeVisible();
    await expect
      .poll(() =>
        log(page).evaluate((view) => view.scrollHeight - view.scrollTop - view.clientHeight),
      )
      .toBeLessThan(24);
  });

  test('is filtered, and the address repeats the filter', async ({ page, simulator }) => {
    const jobID = await launchElsewhere(simulator.url, ['erp-db-01', conversionFails]);
    await page.goto(`/jobs/${jobID}`);
    await expect(page.getByText('Completed: 1 launched, 1 failed in conversion.')).toBeVisible();
    await page.getByLabel('Errors only').check();
    await expect(log(page)).toContainText('CONVERSION_FAIL');
    await expect(log(page)).not.toContainText('LAUNCH_END');
    await page.reload();
    await expect(page.getByLabel('Errors only')).toBeChecked();
    await expect(log(page)).not.toContainText('LAUNCH_END');
    await page.getByLabel('Errors only').uncheck();
    await page.getByLabel('Find in the log').fill('erp-db-01');
    await expect(log(page)).not.toContainText('CONVERSION_FAIL');
    await expect(page).toHaveURL(/log-text=erp-db-01/);
  });

  test('has links to its lines, which pause and mark', async ({ page, simulator }) => {
    const jobID = await launchElsewhere(simulator.url, await twelve(simulator.url));
    await page.goto(`/jobs/${jobID}`);
    await expect(page.getByText('Completed: 12 launched.')).toBeVisible();
    const marked = log(page).locator('[aria-current]');
    await page.goto('about:blank');
    await page.goto(`/jobs/${jobID}#line-2`);
    await expect(marked).toBeInViewport();
    await expect(page.getByRole('button', { name: 'Follow', exact: true })).toBeVisible();
    await log(page).getByRole('link').nth(4).click();
    await expect(page).toHaveURL(/#line-5$/);
    await expect(marked).toHaveCount(1);
  });

  test('is taken away as text', async ({ page, simulator }) => {
    const jobID = await launchElsewhere(simulator.url, ['erp-db-01']);
    await page.goto(`/jobs/${jobID}`);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the log as text' }).click();
    expect((await download).suggestedFilename()).toBe(`${jobID}.log`);
  });
});

test('All about one server is opened and closed by keyboard, and by a link', async ({
  page,
  simulator,
}) => {
  const jobID = await launchElsewhere(simulator.url, ['erp-db-01', conversionFails]);
  await page.goto(`/jobs/${jobID}`);
  await expect(page.getByText('Completed: 1 launched, 1 failed in conversion.')).toBeVisible();
  const opener = page
    .getByRole('region', { name: 'Crossing' })
    .getByRole('link', { name: conversionFails });
  await opener.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: conversionFails });
  await expect(drawer).toContainText('at least as large');
  await expect(drawer.getByRole('region', { name: 'Timeline' })).toContainText(/converting/i);
  await expect(drawer.getByRole('region', { name: 'Log' })).toContainText('CONVERSION_FAIL');
  await expectAccessible(page);
  const link = page.url();
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(opener).toBeFocused();

  await page.goto(link);
  await drawer.getByRole('region', { name: 'Log' }).getByRole('link').last().click();
  await expect(drawer).toHaveCount(0);
  await expect(log(page).locator('[aria-current]')).toContainText('CONVERSION_FAIL');
});

test.describe('with experience', () => {
  test.use({ fleet: { servers: 200, seed: 1, speed: 600 } });

  test('a server that takes far longer than usual is called stalled', async ({
    page,
    request,
    simulator,
  }) => {
    const [slow = '', ...others] = await readyServers(simulator.url);
    // The console learns from so many quick jobs.
    const quick: string[] = [];
    for (const name of others.slice(0, 20)) {
      quick.push(await launchElsewhere(simulator.url, [name]));
    }
    const isOver = ({ jobID, status }: Job) => quick.includes(jobID) && status === 'COMPLETED';
    const over = async () => {
      const { jobs } = (await (await request.get('/api/jobs')).json()) as { jobs: Job[] };
      return jobs.filter(isOver).length;
    };
    await expect.poll(over).toBe(quick.length);
    await setSpeed(simulator.url, 1);
    const jobID = await launchElsewhere(simulator.url, [slow]);
    await page.goto(`/jobs/${jobID}`);
    const stalled = page.getByRole('region', { name: 'Stalled servers' });
    await expect(stalled).toContainText('1 server may have stalled');
    await expect(stalled).toContainText(/requested .*your last \d+: median .*, longest/);
    await stalled.getByRole('link', { name: slow }).click();
    await expect(page.getByRole('dialog', { name: slow })).toBeVisible();
  });
});

test('The end of a job is notified once, to whoever asked for it', async ({
  page,
  context,
  simulator,
}) => {
  const told: string[] = [];
  await context.exposeFunction('tell', (title: string) => told.push(title));
  await context.addInitScript(() => {
    class Notification extends EventTarget {
      static permission = 'default';
      static async requestPermission() {
        Notification.permission = 'granted';
        return 'granted';
      }
      constructor(title: string) {
        super();
        (globalThis as unknown as { tell: (title: string) => void }).tell(title);
      }
    }
    Object.assign(globalThis, { Notification });
  });
  await setSpeed(simulator.url, 20);
  const jobID = await launchElsewhere(simulator.url, ['erp-db-01']);
  await page.goto(`/jobs/${jobID}`);
  await page.getByRole('button', { name: 'Notify me at the end' }).click();
  await expect(page.getByRole('button', { name: 'Will notify at the end' })).toBeVisible();
  expect(told).toEqual([]);
  await expect(page.getByText('Completed: 1 launched.')).toBeVisible();
  await expect.poll(() => told).toEqual(['Job ended: Completed: 1 launched.']);
  await page.reload();
  await expect(page.getByText('Completed: 1 launched.')).toBeVisible();
  expect(told).toHaveLength(1);
});
