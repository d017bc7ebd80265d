import { expect, test } from './fixtures';
import { CHECKPOINTS } from '@/lib/checkpoints';
import { readyIDs } from './helpers';
import { launchesByInstance } from './simulator';
import { describeTrial, sum } from './prove/report';
import { homeward, homewardWithMovedClock, naiveLauncher } from './prove/subjects';
import { runTrial } from './prove/trial';

// The short form of `npm run prove`; see docs/exactly-once.md.

const clean = { doubles: [], lost: [], wrong: [] };

test('240 launches and 48 kills under faults: nothing twice, nothing lost, nothing wrong', async () => {
  test.setTimeout(900_000);
  const plan = { kills: 24, launchesPerKill: 5, killPoints: CHECKPOINTS };
  const trial = sum(
    await Promise.all([
      runTrial(homeward, { ...plan, seed: 1 }),
      runTrial(homeward, { ...plan, seed: 2 }),
    ]),
  );
  process.stdout.write(describeTrial('Exactly once', trial));
  expect(Object.keys(trial.struck).toSorted()).toEqual(CHECKPOINTS.toSorted());
  expect(trial.launches).toBeGreaterThanOrEqual(240);
  expect(trial).toMatchObject({ ...clean, kills: 48 });
});

test('A clock that jumps by an hour while it launches doubles nothing', async () => {
  test.setTimeout(300_000);
  const plan = { seed: 3, kills: 4, launchesPerKill: 6, movesClock: true };
  const trial = await runTrial(homewardWithMovedClock, plan);
  process.stdout.write(describeTrial('Exactly once with a clock that jumps', trial));
  expect(trial).toMatchObject(clean);
});

test('The same proof finds the double launches of the naive launcher', async () => {
  const trial = await runTrial(naiveLauncher, { seed: 4, kills: 4, launchesPerKill: 12 });
  expect(trial.doubles.length).toBeGreaterThan(0);
});

test('A hundred identical requests at once are one launch', async ({
  console,
  request,
  simulator,
}) => {
  const [recoveryInstanceID = ''] = await readyIDs(request);
  const answers = await Promise.all(
    Array.from({ length: 100 }, () =>
      request.post('/api/failback-launches', {
        headers: { Origin: console.url, 'Idempotency-Key': 'a-hundred-at-once' },
        data: { target: 'eu-west-1', recoveryInstanceIDs: [recoveryInstanceID] },
      }),
    ),
  );
  expect(new Set(answers.map((answer) => answer.status()))).toEqual(new Set([202]));
  const launches = await Promise.all(answers.map((answer) => answer.json()));
  expect(new Set(launches.map(({ launchID }) => launchID)).size).toBe(1);
  expect(await launchesByInstance(simulator.url)).toEqual({ [recoveryInstanceID]: 1 });
});
