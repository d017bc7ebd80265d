// The control path of the simulator: what a test asks of it and tells it, past DRS. See docs/simulator.md.

/** The newest calls to an operation that the simulator has received. */
export async function callsTo(simulatorURL: string, operation: string): Promise<unknown[]> {
  return (await get<{ calls: unknown[] }>(simulatorURL, `calls?operation=${operation}`)).calls;
}

export const startFailbackLaunchCalls = (simulatorURL: string) =>
  callsTo(simulatorURL, 'StartFailbackLaunch');

/** How many calls there have been, to one operation or to all, also those that the simulator no longer remembers. */
export async function countCalls(simulatorURL: string, operation?: string): Promise<number> {
  const query = operation ? `?operation=${operation}` : '';
  const { calls, forgotten } = await get<{ calls: unknown[]; forgotten: number }>(
    simulatorURL,
    `calls${query}`,
  );
  return calls.length + forgotten;
}

/** What StartFailbackLaunch changed, answered or not. */
export interface Effect {
  jobID: string;
  tags: Record<string, string>;
  recoveryInstanceIDs: string[];
}

/** Everything that was launched. Throws when the simulator no longer remembers all of it. */
export async function effectsOf(simulatorURL: string): Promise<Effect[]> {
  const { effects, forgotten } = await get<{ effects: Effect[]; forgotten: number }>(
    simulatorURL,
    'effects',
  );
  if (forgotten > 0) throw new Error(`The simulator has forgotten ${forgotten} effects.`);
  return effects;
}

/** How often each recovery instance was launched. */
export async function launchesByInstance(simulatorURL: string): Promise<Record<string, number>> {
  return (await get<{ launches: Record<string, number> }>(simulatorURL, 'effects')).launches;
}

/** Makes DRS misbehave. */
export const addFault = (simulatorURL: string, fault: Record<string, unknown>) =>
  send(simulatorURL, 'POST', 'faults', fault);

export const clearFaults = (simulatorURL: string) => send(simulatorURL, 'DELETE', 'faults');

/** Moves the stopped clock of the simulator on. */
export const stepClock = (simulatorURL: string, stepSeconds: number) =>
  send(simulatorURL, 'POST', 'clock', { stepSeconds });

/** How many times as fast as in reality the simulated work goes from now on. */
export const setSpeed = (simulatorURL: string, speed: number) =>
  send(simulatorURL, 'POST', 'clock', { speed });

async function get<Answer>(simulatorURL: string, path: string): Promise<Answer> {
  const response = await fetch(`${simulatorURL}/_simulator/${path}`);
  if (!response.ok) throw new Error(`The simulator refused ${path}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

async function send(simulatorURL: string, method: 'POST' | 'DELETE', path: string, body?: unknown) {
  const response = await fetch(`${simulatorURL}/_simulator/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`The simulator refused ${path}: ${await response.text()}`);
}
