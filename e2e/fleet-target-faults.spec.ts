import { parseScenario } from '../lib/simulator/scenario/parse';
import { startSimulator } from '../lib/simulator/server';
import { expect, test } from './fixtures';
import { expectAccessible, expectAccessibleEverywhere } from './helpers';
import { LARGE_FLEET } from './large-fleet';
import { addFault, clearFaults } from './simulator';

test.describe('a large fleet', () => {
  test.use(LARGE_FLEET);

  test('One target denied and one throttled hide nothing of the others', async ({
    page,
    simulator,
  }) => {
    await addFault(simulator.url, { operation: '*', kind: 'access-denied', region: 'us-east-2' });
    await addFault(simulator.url, { operation: '*', kind: 'throttle', region: 'ap-southeast-1' });
    await page.goto('/');
    await expect(page.getByText('5,000 servers, 2 targets not read')).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: 'americas: ' })).toContainText(
      'AccessDeniedException',
    );
    await expect(page.getByRole('alert').filter({ hasText: 'asia: ' })).toContainText(
      'ThrottlingException',
    );
    await expect(page.getByRole('row', { name: /Ready.*production/ }).first()).toBeVisible();
    await expectAccessible(page);
    await clearFaults(simulator.url);
    await expect(page.getByText('10,000 servers')).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: 'americas: ' })).toHaveCount(0);
  });
});

test.describe('two small targets', () => {
  test.use({
    fleet: { servers: 30, seed: 7, speed: 60 },
    targets: { production: 'eu-west-1', americas: 'us-east-2' },
  });

  test('Nothing is said of what a target that was not read may have', async ({
    page,
    simulator,
  }) => {
    await addFault(simulator.url, { operation: '*', kind: 'access-denied', region: 'us-east-2' });
    await page.goto('/?origin=MARS');
    await expect(page.getByRole('alert').filter({ hasText: 'americas: ' })).toBeVisible();
    await expect(page.getByText('No server of the targets that were read matches')).toBeVisible();
    await page.getByRole('button', { name: 'Paste a list' }).click();
    const dialog = page.getByRole('dialog', { name: 'Select by a list' });
    await dialog.getByRole('textbox').fill('i-0123456789abcdef0');
    await expect(dialog.getByText('Not found in the targets that were read: 1')).toBeVisible();
    await expect(dialog.getByText('1 target was not read')).toBeVisible();
    await expect(dialog.getByText(/^Not found:/)).toHaveCount(0);
    await expect(
      dialog.getByText('None of the list is a server of the targets that were read.'),
    ).toHaveCount(2);
    await page.keyboard.press('Escape');
    const absent = page.getByText('No server has the origin “MARS”.');
    await expect(absent).toHaveCount(0);
    await clearFaults(simulator.url);
    await expect(absent).toBeVisible();
    await expect(page.getByText('No server matches', { exact: true })).toBeVisible();
  });

  test('The cause of a target that fails after it was read can be opened', async ({
    page,
    simulator,
  }) => {
    await page.goto('/');
    await expect(page.getByText('60 servers')).toBeVisible();
    await addFault(simulator.url, { operation: '*', kind: 'access-denied', region: 'us-east-2' });
    const health = page.getByRole('list', { name: 'Target health' });
    const cause = health.getByRole('button', { name: /americas .*last good/ });
    await cause.click();
    const problem = health.getByRole('group', { name: 'americas' });
    await expect(problem).toContainText('Ask whoever manages IAM to allow this call');
    await expect(problem).toContainText(/request \S+/);
    await expectAccessibleEverywhere(page, 'target-problem');
    await expect(page.getByText('60 servers')).toBeVisible();
    await clearFaults(simulator.url);
    await expect(cause).toHaveCount(0);
  });

  test('A target that cannot be reached hides nothing of the other', async ({
    page,
    simulator,
  }) => {
    await addFault(simulator.url, { operation: '*', kind: 'reset', region: 'us-east-2' });
    await page.goto('/');
    await expect(page.getByText('30 servers, 1 target not read')).toBeVisible();
    const alert = page.getByRole('alert').filter({ hasText: 'americas: ' });
    await expect(alert).toContainText('DRS cannot be reached');
    await clearFaults(simulator.url);
    await expect(page.getByText('60 servers')).toBeVisible();
    await expect(alert).toHaveCount(0);
  });
});

const whereOneIsNotInitialised = test.extend({
  simulator: async ({ fleet }, use) => {
    const scenario = parseScenario(
      `
name: DRS is used in one of two Regions
accounts:
  - accountID: '111122223333'
    accessKeyIDs: [HOMEWARDTEST]
    regions:
      eu-west-1: { servers: 30 }
      us-east-2: { initialized: false }
`,
      'two-regions.yaml',
    );
    const simulator = await startSimulator({ port: 0, ...fleet, scenario });
    await use(simulator);
    await simulator.close();
  },
});
whereOneIsNotInitialised.use({
  targets: { production: 'eu-west-1', americas: 'us-east-2' },
});

whereOneIsNotInitialised(
  'A target in which DRS was never initialized says so, and the other is shown whole',
  async ({ page }) => {
    await page.goto('/');
    await expect(page.getByText('30 servers, 1 target not read')).toBeVisible();
    const alert = page.getByRole('alert').filter({ hasText: 'americas: ' });
    await expect(alert).toContainText('DRS is not initialized in this account and Region');
    await expect(alert).toContainText('UninitializedAccountException');
    await expect(page.getByRole('row', { name: /Ready.*production/ }).first()).toBeVisible();
    await expectAccessible(page);
  },
);
