import { SCRIPT_LIMIT, weighFirstView } from './first-view';
import { expect, test } from './fixtures';

test('The first view of the fleet loads little JavaScript', async ({ page, baseURL }) => {
  const { kilobytes } = await weighFirstView(page, baseURL ?? '');
  await expect(page.getByRole('row').nth(10)).toBeVisible();
  const { script = 0 } = kilobytes;
  const words = `The first view loads ${script.toFixed(1)} kB of JavaScript after gzip; at most ${SCRIPT_LIMIT} kB are wanted.`;
  expect(script, words).toBeGreaterThan(0);
  expect(script, words).toBeLessThanOrEqual(SCRIPT_LIMIT);
});
