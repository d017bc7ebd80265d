import { startSimulator } from '../../lib/simulator/server';
import { isReady, listInstances } from '../drs';
import { addFault } from '../simulator';

/** The share of launches that meet a fault, half of them before the effect and half after it. */
export const FAULT_SHARE = 0.3;

const BEFORE = ['throttle', 'internal-error', 'html-502', 'reset', 'hang'];
const AFTER = [
  'commit-then-drop',
  'commit-then-500',
  'truncate',
  'commit-then-hang',
  'hidden-job',
  // The second answer to a call that something on the way has repeated.
  'commit-then-throttle',
  'commit-then-conflict',
];

/** How long a job stays out of sight, in milliseconds; shorter than the console takes for settling. */
const HIDDEN_MILLISECONDS = 400;

/**
 * A simulated DRS in which launches meet faults, and which launches whatever it is told to: no refusal of its
 * own hides a second launch. Jobs are over at once, so that no quota stands in the way.
 */
export async function startFaultyDrs({ servers, seed }: { servers: number; seed: number }) {
  const simulator = await startSimulator({ port: 0, servers, seed, speed: 20_000 });
  const operation = 'StartFailbackLaunch';
  let struck = 0;
  for (const kind of [...BEFORE, ...AFTER]) {
    const half = BEFORE.includes(kind) ? BEFORE : AFTER;
    const share = FAULT_SHARE / 2 / half.length;
    // The first fault that strikes is the only one, so the later ones see fewer calls.
    const probability = share / (1 - struck);
    struck += share;
    const more = kind === 'hidden-job' ? { milliseconds: HIDDEN_MILLISECONDS } : {};
    await addFault(simulator.url, { operation, kind, probability, ...more });
  }
  await addFault(simulator.url, { operation, kind: 'unguarded' });
  return simulator;
}

/** The servers that may be failed back, as DRS itself lists them. */
export async function readyInstances(simulatorURL: string): Promise<string[]> {
  return (await listInstances(simulatorURL))
    .filter(isReady)
    .filter(({ dataReplicationInfo }) => dataReplicationInfo?.dataReplicationState === 'CONTINUOUS')
    .map(({ recoveryInstanceID = '' }) => recoveryInstanceID);
}
