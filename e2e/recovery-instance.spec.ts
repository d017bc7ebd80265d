import type { APIRequestContext, Page } from '@playwright/test';
import type { FleetSnapshot } from '../lib/contract/recovery-instance';
import { expect, test } from './fixtures';
import { expectAccessible, expectToFit, launchSelected, selectServers } from './helpers';
import { addFault, clearFaults } from './simulator';

type Instance = FleetSnapshot['recoveryInstances'][number];

/** Opens the page of the first server that passes the test. */
async function openServer(
  page: Page,
  request: APIRequestContext,
  isWanted: (instance: Instance) => boolean,
) {
  const answer = await request.get('/api/recovery-instances');
  const { recoveryInstances } = (await answer.json()) as FleetSnapshot;
  const instance = recoveryInstances.find(isWanted);
  if (!instance) throw new Error('The simulated fleet has no such server.');
  await page.goto(`/recovery-instances/${instance.recoveryInstanceID}`);
  return instance;
}

const leadsWith = (rule: string) => (instance: Instance) =>
  instance.readiness.reasons[0]?.rule === rule;
const isReady = ({ readiness }: Instance) => readiness.verdict === 'ready';

const verdict = (page: Page) => page.getByRole('region', { name: 'Can I press the button now?' });
const check = (page: Page, title: string) => verdict(page).getByRole('row', { name: title });

test('An operator reads why a server is blocked, what to do, and how old each fact is', async ({
  page,
  request,
}) => {
  await openServer(page, request, leadsWith('failback-client'));
  await expect(verdict(page)).toContainText(
    /Blocked: the failback client was last seen \d+ (min|h|d) ago; check that the machine is still booted into it\./,
  );
  await expect(verdict(page).getByRole('row')).toHaveCount(14);
  await expect(check(page, 'Failback client')).toContainText('Blocked');
  await expect(check(page, 'Failback client')).toContainText(/Last seen at .*(min|h|d) ago/);
  await expect(check(page, 'Origin')).toContainText(/Pass.*On-premises \(ON_PREMISES\).*\d+ s ago/);
  const source = check(page, 'Failback client').getByRole('link');
  await expect(source).toHaveAttribute('href', /^https:\/\/docs\.aws\.amazon\.com\/drs\//);
});

test('A server that came from AWS shows its next step and where that is done', async ({
  page,
  request,
}) => {
  await openServer(
    page,
    request,
    ({ originEnvironment, failback }) =>
      originEnvironment === 'AWS' && failback?.state === 'FAILBACK_NOT_READY_FOR_LAUNCH',
  );
  const step = page.getByRole('region', { name: 'Next step of the in-AWS failback' });
  await expect(step).toContainText(
    /Start reversed replication to eu-central-1, in the AWS console of eu-west-1, account \d{12}\./,
  );
  await expect(step.getByRole('link', { name: /Open DRS in the AWS console/ })).toHaveAttribute(
    'href',
    'https://eu-west-1.console.aws.amazon.com/drs/home?region=eu-west-1',
  );
  await expect(check(page, 'Failback client')).toContainText('Does not apply');
  await expect(page.getByRole('region', { name: 'Failback replication settings' })).toHaveCount(0);
});

test('The lag is drawn and told in words once Homeward has watched for a while', async ({
  page,
  request,
}) => {
  await openServer(page, request, isReady);
  const lag = page.getByRole('figure', { name: 'Lag since Homeward watches' });
  await expect(lag).toContainText(/Since \d\d:\d\d:\d\d UTC: now .* at most .* at least/);
  // A reading that came late leaves a gap, so that there may be two lines; the last one ends at the right.
  await expect(lag.locator('svg path[d*="L100 "]')).toBeAttached();
  const replication = page.getByRole('region', { name: 'Replication', exact: true });
  await expect(replication.getByRole('progressbar').first()).toBeVisible();
  await expect(replication.getByText('100 %').first()).toBeVisible();
});

test.describe('while replication is being started', () => {
  test.use({ fleet: { servers: 60, seed: 1, speed: 1 } });

  test('its steps are listed, with the one that is under way', async ({ page, request }) => {
    await openServer(
      page,
      request,
      ({ dataReplicationInfo }) => dataReplicationInfo?.dataReplicationState === 'INITIATING',
    );
    const steps = page.getByRole('region', { name: 'Initiation steps' });
    await expect(steps.getByRole('listitem')).toHaveCount(7);
    await expect(steps.getByRole('listitem').first()).toContainText(
      /Link the failback client with the recovery instance.*Succeeded/s,
    );
    await expect(steps.getByRole('listitem').filter({ hasText: 'In progress' })).toHaveCount(1);
    await expect(check(page, 'Initiation steps')).toContainText(/Pass.*Step \d of 7/);
  });
});

test('A launch is found again in the history of its server', async ({ page }) => {
  await page.goto('/');
  await selectServers(page, ['erp-db-01']);
  await launchSelected(page, 1);
  await expect(page.getByRole('link', { name: /^drsjob-/ }).first()).toBeVisible();
  await page.goto('/?search=erp-db-01');
  await page.getByRole('link', { name: 'erp-db-01' }).click();
  const history = page.getByRole('region', { name: 'Launches and jobs' });
  const row = history.getByRole('row', { name: /Failback/ }).first();
  await expect(row).toContainText('Local operator');
  await expect(row.getByRole('link', { name: /^launch-/ })).toBeVisible();
  await expect(row).toContainText('Launched');
  await expect(verdict(page)).toContainText('Home: failed back');
});

test('Failback settings that cannot be read say so in their own place', async ({
  page,
  request,
}) => {
  const answers = [
    {
      status: 502,
      code: 'drs-access-denied',
      title: 'AWS does not allow this console to make this call',
    },
    undefined,
  ];
  await page.route('**/failback-replication-configuration?*', async (route) => {
    const problem = answers.shift();
    if (problem) {
      return route.fulfill({
        status: problem.status,
        json: { type: '', detail: 'drs:GetFailbackReplicationConfiguration', ...problem },
      });
    }
    return route.fulfill({
      json: {
        target: 'eu-west-1',
        asOf: new Date().toISOString(),
        sequence: 1,
        problem: null,
        configuration: { recoveryInstanceID: 'i-1', bandwidthThrottling: 40, usePrivateIP: true },
      },
    });
  });
  await openServer(page, request, isReady);
  const settings = page.getByRole('region', { name: 'Failback replication settings' });
  await expect(settings.getByRole('alert')).toContainText(
    'drs:GetFailbackReplicationConfiguration',
  );
  await expect(verdict(page)).toContainText('Ready');
  await settings.getByRole('button', { name: 'Retry' }).click();
  await expect(settings).toContainText('Throttled to 40 Mbps');
  await expect(settings).toContainText('Private IP');
});

test('Hostile names and tags are shown as text', async ({ page, request }) => {
  const hostile = '<img src=x onerror="window.struck=1">';
  await page.route(/\/api\/recovery-instances\/i-[0-9a-f]+\?/, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    answer.recoveryInstance.recoveryInstanceProperties.identificationHints.hostname = hostile;
    answer.recoveryInstance.tags = {
      note: 'javascript:window.struck=1',
      'مالك الخادم': '\u202Ethgirb\u202C',
      party: '🎉'.repeat(256),
    };
    await route.fulfill({ response, json: answer });
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await openServer(page, request, isReady);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(hostile);
  const tags = page.getByRole('region', { name: 'Tags' });
  await expect(tags).toContainText('javascript:window.struck=1');
  await expect(tags.getByRole('link')).toHaveCount(0);
  await expect(page).toHaveTitle(/^Ready · <img/);
  expect(await page.evaluate(() => 'struck' in window)).toBe(false);
  await expectToFit(page);
  await expectAccessible(page);
});

test('Every field that DRS gives can be read and copied', async ({ page, request }) => {
  const instance = await openServer(page, request, isReady);
  const raw = page.getByRole('region', { name: 'As DRS describes it' });
  await raw.getByText('JSON of this recovery instance').click();
  await expect(raw.getByRole('textbox')).toHaveValue(
    new RegExp(`"recoveryInstanceID": "${instance.recoveryInstanceID}"`),
  );
  await expect(raw.getByRole('textbox')).not.toHaveValue(/"readiness"/);
});

test('When DRS cannot be reached the last facts stay, with their age and the reason', async ({
  page,
  request,
  simulator,
}) => {
  await openServer(page, request, isReady);
  await expect(verdict(page)).toContainText('Ready: ');
  await addFault(simulator.url, { operation: '*', kind: 'reset' });
  const age = page
    .getByRole('main')
    .getByText(/DRS cannot be reached.*last good \d\d:\d\d:\d\d UTC/);
  await expect(age.first()).toBeVisible();
  await expect(verdict(page)).toContainText('Ready: ');
  await clearFaults(simulator.url);
  await expect(age).toHaveCount(0);
});

test('A server that DRS does not list, and an id that is none, are told as such', async ({
  page,
}) => {
  await page.goto('/recovery-instances/i-0123456789abcdef0');
  await expect(page.getByText('There is no such recovery instance here')).toBeVisible();
  await page.goto('/recovery-instances/server-1');
  await expect(page.getByRole('alert').filter({ hasText: 'looks like i-' })).toBeVisible();
});
