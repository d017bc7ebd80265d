// npm run prove: the long form of the proof that every launch happens exactly once. See docs/exactly-once.md.
import os from 'node:os';
import { parseArgs } from 'node:util';
import { CHECKPOINTS } from '@/lib/checkpoints';
import { setUp } from '../../scripts/setup/index.mjs';
import { hasPostgres, runTrialOverPostgres } from './postgres';
import { describeTrial, sum } from './report';
import { homeward, homewardWithMovedClock, naiveLauncher } from './subjects';
import { canTrace, traceConsole } from './traced';
import { type Trial, type TrialPlan, runTrial } from './trial';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    launches: { ...text, default: '10000' },
    kills: { ...text, default: '1000' },
    traced: { ...text, default: '200' },
    parallel: { ...text, default: String(os.availableParallelism()) },
  },
});
const launches = Number(values.launches);
const kills = Number(values.kills);

/** Kills in one trial; a further trial begins with an empty store and a new DRS. */
const KILLS_IN_TRIAL = 24;

const say = (line: string) => process.stdout.write(`${line}\n`);
const launchesPerKill = Math.ceil(launches / kills);
let failed = false;

await setUp();
await prove('Homeward', kills, (plan) => runTrial(homeward, { ...plan, killPoints: CHECKPOINTS }));
await prove('Homeward with a clock that jumps', Math.ceil(kills / 20), (plan) =>
  runTrial(homewardWithMovedClock, { ...plan, movesClock: true }),
);
await proveOverPostgres();
await proveIntentFirst();
await proveJudge();
process.exit(failed ? 1 : 0);

async function prove(name: string, count: number, run: (plan: TrialPlan) => Promise<Trial>) {
  const trial = await runTrials(count, run);
  say(describeTrial(name, trial));
  failed ||= trial.doubles.length + trial.lost.length + trial.wrong.length > 0;
}

/** Runs as many trials as the kills need, several at a time. */
async function runTrials(count: number, run: (plan: TrialPlan) => Promise<Trial>): Promise<Trial> {
  const plans = Array.from({ length: Math.ceil(count / KILLS_IN_TRIAL) }, (_, index) => ({
    seed: index + 1,
    kills: Math.min(KILLS_IN_TRIAL, count - index * KILLS_IN_TRIAL),
    launchesPerKill,
  }));
  const queue = plans.values();
  const trials: Trial[] = [];
  const worker = async () => {
    for (const plan of queue) {
      trials.push(await run(plan));
      const done = sum(trials);
      say(`  … ${done.launches} launches, ${done.kills} kills, ${done.doubles.length} doubles`);
    }
  };
  await Promise.all(Array.from({ length: Number(values.parallel) }, worker));
  return sum(trials);
}

async function proveOverPostgres() {
  const name = 'Homeward over PostgreSQL that crashes';
  if (!hasPostgres) return say(`${name}: not run, PostgreSQL is not here.`);
  await prove(name, Math.ceil(kills / 20), (plan) =>
    runTrialOverPostgres({ ...plan, killPoints: CHECKPOINTS }),
  );
}

async function proveIntentFirst() {
  if (!(await canTrace())) return say('Intent before effect: not traced, strace is not here.');
  const { launches: traced, calls, early } = await traceConsole(Number(values.traced));
  say(
    `Intent before effect, under strace: ${traced} launches sent, ${early.length} before their intent was synced; ${calls} reached DRS.`,
  );
  for (const finding of early) say(`  ${finding}`);
  failed ||= traced === 0 || traced !== calls || early.length > 0;
}

/** The judge must find something where there is something to find. */
async function proveJudge() {
  const trial = await runTrials(12, (plan) => runTrial(naiveLauncher, plan));
  say(describeTrial('The naive launcher, for comparison', { ...trial, lost: [], wrong: [] }));
  failed ||= trial.doubles.length === 0;
}
