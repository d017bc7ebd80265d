import { DrsClient, paginateDescribeRecoveryInstances } from '@aws-sdk/client-drs';
import { type Simulator, startSimulator } from '../../lib/simulator/server';

/** What StartFailbackLaunch changed in the simulator, answered or not. */
export interface Effect {
  jobID: string;
  tags: Record<string, string>;
  recoveryInstanceIDs: string[];
}

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
  let struck = 0;
  for (const kind of [...BEFORE, ...AFTER]) {
    const half = BEFORE.includes(kind) ? BEFORE : AFTER;
    const share = FAULT_SHARE / 2 / half.length;
    // The first fault that strikes is the only one, so the later ones see fewer calls.
    const probability = share / (1 - struck);
    struck += share;
    const more = kind === 'hidden-job' ? { milliseconds: HIDDEN_MILLISECONDS } : {};
    await addFault(simulator, { kind, probability, ...more });
  }
  await addFault(simulator, { kind: 'unguarded' });
  return simulator;
}

/** The servers that may be failed back, as DRS itself lists them. */
export async function readyServers({ url }: Simulator): Promise<string[]> {
  const client = new DrsClient({
    endpoint: url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'HOMEWARDTEST', secretAccessKey: 'homeward-simulator' },
  });
  const ids: string[] = [];
  for await (const { items = [] } of paginateDescribeRecoveryInstances({ client }, {})) {
    for (const { recoveryInstanceID, failback, dataReplicationInfo } of items) {
      const isReady = failback?.state === 'FAILBACK_READY_FOR_LAUNCH';
      const isHealthy = dataReplicationInfo?.dataReplicationState === 'CONTINUOUS';
      if (recoveryInstanceID && isReady && isHealthy) ids.push(recoveryInstanceID);
    }
  }
  return ids;
}

/** Everything that was launched. Throws when the simulator no longer remembers all of it. */
export async function effectsOf({ url }: Simulator): Promise<Effect[]> {
  const response = await fetch(`${url}/_simulator/effects`);
  const { effects, forgotten } = (await response.json()) as {
    effects: Effect[];
    forgotten: number;
  };
  if (forgotten > 0)
    throw new Error('The simulator has forgotten effects; make the trial smaller.');
  return effects;
}

/** How many StartFailbackLaunch calls have reached DRS. */
export async function callsOf({ url }: Simulator): Promise<number> {
  const response = await fetch(`${url}/_simulator/calls?operation=StartFailbackLaunch`);
  const { calls, forgotten } = (await response.json()) as { calls: unknown[]; forgotten: number };
  return calls.length + forgotten;
}

async function addFault({ url }: Simulator, fault: Record<string, unknown>) {
  const response = await fetch(`${url}/_simulator/faults`, {
    method: 'POST',
    body: JSON.stringify({ operation: 'StartFailbackLaunch', ...fault }),
  });
  if (!response.ok) throw new Error(`The simulator refused a fault: ${await response.text()}`);
}
