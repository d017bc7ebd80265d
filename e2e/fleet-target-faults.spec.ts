import { expect, test } from './fixtures';
import { addFault, clearFaults, expectAccessible } from './helpers';
import { LARGE_FLEET } from './large-fleet';

test.use(LARGE_FLEET);

test('One target denied and one throttled hide nothing of the others', async ({
  page,
  simulator,
}) => {
  await addFault(simulator.url, { operation: '*', kind: 'access-denied', region: 'us-east-2' });
  await addFault(simulator.url, { operation: '*', kind: 'throttle', region: 'ap-southeast-1' });
  await page.goto('/');
  await expect(page.getByText('5,000 servers, 2 targets not read')).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole('alert').filter({ hasText: 'americas: ' })).toContainText(
    'AccessDeniedException',
  );
  await expect(page.getByRole('alert').filter({ hasText: 'asia: ' })).toContainText(
    'ThrottlingException',
  );
  await expect(page.getByRole('row', { name: /Ready.*production/ }).first()).toBeVisible();
  await expectAccessible(page);
  await clearFaults(simulator.url);
  await expect(page.getByText('10,000 servers')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('alert').filter({ hasText: 'americas: ' })).toHaveCount(0);
});
