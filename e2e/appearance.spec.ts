import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectAccessible, expectToFit, launchSelected, selectServers } from './helpers';

/** Opens every page of the console in turn, in a state that has something on it. */
async function visitAll(page: Page, look: (name: string) => Promise<void>) {
  await page.goto('/');
  await selectServers(page, ['erp-db-01', 'erp-app-01', 'mail-01-fails-conversion']);
  await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible();
  await look('fleet');
  await page.getByRole('button', { name: 'Review failback of 3' }).click();
  await expect(page.getByRole('heading', { name: 'Fail back 3 servers' })).toBeVisible();
  await look('review');
  await page.getByRole('link', { name: 'Back' }).click();
  await launchSelected(page, 3);
  await expect(page.getByRole('link', { name: /^drsjob-/ }).first()).toBeVisible();
  await look('launch');
  await page
    .getByRole('link', { name: /^drsjob-/ })
    .first()
    .click();
  await expect(page.getByRole('log')).toContainText('CONVERSION_START');
  await look('job');
  await page.goto('/jobs');
  await expect(page.getByRole('link', { name: /^drsjob-/ }).first()).toBeVisible();
  await look('jobs');
  await page.goto('/failback-launches');
  await expect(page.getByRole('link', { name: /^launch-/ }).first()).toBeVisible();
  await look('launches');
  await page.goto('/?search=erp-db-01');
  await page.getByRole('link', { name: 'erp-db-01' }).click();
  await expect(page.getByRole('heading', { name: 'erp-db-01' })).toBeVisible();
  await expect(page.getByText('Failback client seen')).toBeVisible();
  await look('recovery-instance');
  await page.goto('/nowhere');
  await look('not-found');
}

const screenshots = process.env.HOMEWARD_SCREENSHOTS;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [device, viewport] of Object.entries({
    desk: { width: 1440, height: 900 },
    phone: { width: 390, height: 844 },
  })) {
    test(`Every page is accessible and fits, ${colorScheme}, ${device}`, async ({ page }) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize(viewport);
      await visitAll(page, async (name) => {
        await expectAccessible(page);
        await expectToFit(page, name);
        if (screenshots) {
          await page.screenshot({ path: `${screenshots}/${name}-${colorScheme}-${device}.png` });
        }
      });
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    });
  }
}
