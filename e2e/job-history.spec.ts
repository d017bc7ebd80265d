import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { portToReturnTo } from '../scripts/ports.mjs';
import { consoleProcess } from './console-process';
import { expect, test as base } from './fixtures';
import { launchElsewhere } from './drs';
import type { ServerProcess } from './server-process';

const test = base.extend<{ console: ServerProcess }>({
  /** A console of two targets, one of which does not answer. */
  console: async ({ simulator }, use) => {
    const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'homeward-e2e-'));
    const targets = path.join(dataFolder, 'targets.json');
    const unreachable = `http://127.0.0.1:${await portToReturnTo()}`;
    const entries = [
      { name: 'ireland', region: 'eu-west-1', simulator: simulator.url },
      { name: 'ohio', region: 'us-east-2', simulator: unreachable },
    ];
    await writeFile(targets, JSON.stringify({ targets: entries }));
    const running = consoleProcess({
      simulatorURL: '',
      dataFolder,
      port: await portToReturnTo(),
      env: { HOMEWARD_TARGETS_FILE: targets },
    });
    await running.start();
    await use(running);
    await running.stop();
    await rm(dataFolder, { recursive: true, force: true });
  },
});

test('A target that does not answer says so and hides no job of the others', async ({
  page,
  simulator,
}) => {
  const jobID = await launchElsewhere(simulator.url, ['erp-db-01']);
  await page.goto('/jobs');
  const row = page.getByRole('row', { name: new RegExp(jobID) });
  await expect(row).toContainText('ireland');
  const ohio = page
    .getByRole('main')
    .getByRole('list', { name: 'Targets' })
    .getByText(/Not read yet/);
  await expect(ohio).toBeVisible();

  await page.getByLabel('Target', { exact: true }).selectOption('ohio');
  await expect(page.getByText('No job passes the filter')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Target', { exact: true })).toHaveValue('ohio');
  await page.getByRole('button', { name: 'Show all jobs' }).click();
  await row.getByRole('link', { name: jobID }).click();
  await expect(page).toHaveURL(new RegExp(`/jobs/${jobID}\\?target=ireland`));
  await expect(page.getByRole('region', { name: 'Crossing' })).toContainText('erp-db-01');
});
