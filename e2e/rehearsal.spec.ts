import { readScenario } from '../lib/simulator/scenario/read';
import { startSimulator } from '../lib/simulator/server';
import { expect, test } from './fixtures';
import { expectAccessible, expectToFit } from './helpers';
import { addFault } from './simulator';

test('A trainer steers the rehearsal from a page that the console leads to', async ({ page }) => {
  await page.goto('/');
  const banner = page.getByRole('complementary', { name: 'Simulator' });
  await expect(banner).toContainText('No machine is touched.');
  const opening = page.waitForEvent('popup');
  await banner.getByRole('link', { name: 'Steer the rehearsal' }).click();
  const panel = await opening;
  await expect(panel.getByRole('heading', { name: 'DRS simulator' })).toBeVisible();

  await panel.getByRole('button', { name: 'Stop' }).click();
  await expect(panel.getByText('stopped', { exact: true })).toBeVisible();
  await panel.getByLabel('Hostname').fill('pay-gw-04');
  await expect(panel.getByText('1 found.')).toBeVisible();
  await panel.getByRole('button', { name: 'Boot client of pay-gw-04' }).click();
  await expect(panel.getByRole('status')).toHaveText('Boot client: pay-gw-04.');
  await expect(panel.getByText('IN_PROGRESS · INITIATING')).toBeVisible();

  await panel.getByRole('combobox', { name: 'Fault' }).selectOption('throttle');
  await panel
    .getByRole('combobox', { name: 'Operation' })
    .selectOption('DescribeRecoveryInstances');
  await panel.getByRole('button', { name: 'Raise' }).click();
  await expect(
    page
      .getByRole('alert')
      .or(page.getByText(/throttl/i))
      .first(),
  ).toBeVisible();
  await panel.getByRole('button', { name: 'Clear throttle on DescribeRecoveryInstances' }).click();
  await expect(panel.getByText('No fault waits.')).toBeVisible();
  await expect(panel.getByText('No server was launched more than once.')).toBeVisible();
});

test('The events of a scenario can be run before their time', async ({ page }) => {
  const scenario = await readScenario('bad-night');
  const simulator = await startSimulator({ port: 0, speed: 0, scenario });
  await page.goto(`${simulator.url}/_simulator/`);
  await expect(page.getByText('The bad night')).toBeVisible();
  await expect(page.getByText('to come')).toHaveCount(scenario.events?.length ?? 0);
  await page.getByRole('button', { name: 'Run now: The next launch is done' }).click();
  await expect(page.getByText('commit-then-drop on StartFailbackLaunch, 1×')).toBeVisible();
  await page.getByRole('button', { name: 'Step 10 min' }).click();
  await expect(page.getByText('happened')).toHaveCount(3);
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Reset the simulator' }).click();
  await expect(page.getByText('happened')).toHaveCount(0);
  await expect(page.getByText('No fault waits.')).toBeVisible();
  await simulator.close();
  await expect(page.getByRole('status')).toContainText('The simulator does not answer.');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 360]) {
    test(`The panel is accessible and fits, ${colorScheme}, ${width} wide`, async ({ page }) => {
      const scenario = await readScenario('bad-night');
      const simulator = await startSimulator({ port: 0, speed: 0, scenario });
      await addFault(simulator.url, { operation: '*', kind: 'slow', count: 3 });
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${simulator.url}/_simulator/`);
      await expect(page.getByText('slow on every operation, 3×')).toBeVisible();
      await expectAccessible(page);
      await expectToFit(page);
      await simulator.close();
    });
  }
}
