import { expect, test } from './fixtures';
import { expectAccessibleEverywhere, haveSelected, listServers } from './helpers';

const target = 'eu-west-1';

test.describe('Servers for which there are several cautions', () => {
  test.use({ settings: { HOMEWARD_BACKLOG_CAUTION_MIB: '0', HOMEWARD_LAG_CAUTION_SECONDS: '0' } });

  test('are accepted below each of their cautions, with what to do about it', async ({
    page,
    request,
  }) => {
    const cautious = (await listServers(request)).filter(
      ({ readiness: { verdict, reasons } }) => verdict === 'caution' && reasons.length > 1,
    );
    const drills = cautious.filter(({ readiness }) =>
      readiness.reasons.some(({ rule }) => rule === 'drill'),
    );
    expect(drills.length).toBeGreaterThan(0);
    await haveSelected(page, {
      [target]: cautious.map(({ recoveryInstanceID }) => recoveryInstanceID),
    });
    await page.goto('/failback-launches/new');
    const decision = page.getByRole('region', { name: 'Needs a decision or is left out' });
    await expect(decision).toContainText('writes the data of the drill to the machine at home');
    await expect(decision).toContainText('Fail it back only when that is what you want.');
    await expect(decision).toContainText('what is not copied at launch is lost');
    await expectAccessibleEverywhere(page, 'review-cautions');
  });

  test('have to be accepted anew when a further caution appears', async ({ page, request }) => {
    const [one] = (await listServers(request)).filter(({ readiness }) =>
      readiness.reasons.some(({ rule }) => rule === 'drill'),
    );
    await haveSelected(page, { [target]: [one?.recoveryInstanceID ?? ''] });
    await page.goto('/failback-launches/new');
    const choice = page.getByRole('checkbox', { name: /I accept these risks$/ });
    await choice.check();
    await expect(page.getByRole('button', { name: 'Fail back 1 server' })).toBeVisible();
    await page.route('**/api/failback-launches/preview', async (route) => {
      const preview = await (await route.fetch()).json();
      preview.caution[0].readiness.reasons.push({
        rule: 'ec2-state',
        verdict: 'caution',
        sentence: 'The instance is stopping.',
      });
      await route.fulfill({ json: preview });
    });
    await expect(page.getByText('The instance is stopping.')).toBeVisible();
    await expect(choice).not.toBeChecked();
    await expect(page.getByRole('button', { name: 'Fail back 0 servers' })).toBeVisible();
  });
});
