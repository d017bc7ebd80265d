import { expect, test } from './fixtures';
import { expectAccessible } from './helpers';
import { addFault, clearFaults } from './simulator';
import { LARGE_FLEET } from './large-fleet';

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
    const absent = page.getByText('No server has the origin “MARS”.');
    await expect(absent).toHaveCount(0);
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
    await clearFaults(simulator.url);
    await expect(absent).toBeVisible();
    await expect(page.getByText('No server matches', { exact: true })).toBeVisible();
  });
});
