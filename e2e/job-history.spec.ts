import { launchElsewhere } from './drs';
import { expect, test } from './fixtures';

// Nothing listens at the address of the second target.
test.use({
  targets: {
    ireland: 'eu-west-1',
    ohio: { region: 'us-east-2', simulator: 'http://127.0.0.1:9' },
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
