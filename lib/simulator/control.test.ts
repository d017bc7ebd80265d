import {
  DescribeRecoveryInstancesCommand,
  DrsClient,
  StartFailbackLaunchCommand,
} from '@aws-sdk/client-drs';
import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReceivedCall } from './record/received-call';
import { type Simulator, startSimulator } from './server';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ port: 0, speed: 0 });
});
afterEach(() => simulator.close());

async function send(method: string, path: string, body?: unknown) {
  const response = await fetch(`${simulator.url}/_simulator/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}
const ask = async (path: string) => (await send('GET', path)).body;

const connect = (accessKeyId: string, maxAttempts = 1) =>
  new DrsClient({
    endpoint: simulator.url,
    region: 'eu-west-1',
    maxAttempts,
    credentials: { accessKeyId, secretAccessKey: 'homeward-simulator' },
  });

/** Launches one server at a time, and says how each launch ended for the caller. */
async function launchEach(drs: DrsClient, ids: string[]) {
  const ends: string[] = [];
  for (const id of ids) {
    const command = new StartFailbackLaunchCommand({
      recoveryInstanceIDs: [id],
      tags: { launch: `launch of ${id}` },
    });
    ends.push(
      await drs.send(command).then(
        () => 'answered',
        (error: Error) => error.name,
      ),
    );
  }
  return ends;
}

async function readyIDs(accessKeyID: string) {
  const { items = [] } = await connect(accessKeyID).send(new DescribeRecoveryInstancesCommand({}));
  return items
    .filter(
      (item) =>
        item.failback?.state === 'FAILBACK_READY_FOR_LAUNCH' &&
        item.originEnvironment === 'ON_PREMISES',
    )
    .map(({ recoveryInstanceID = '' }) => recoveryInstanceID);
}

describe('what was received', () => {
  it('tells each attempt, what it changed and the fault that kept the answer', async () => {
    const [id = ''] = await readyIDs('ONE');
    await send('POST', 'faults', {
      operation: 'StartFailbackLaunch',
      kind: 'commit-then-drop',
      count: 1,
    });
    await launchEach(connect('ONE', 2), [id]);
    const { calls } = (await ask('calls?operation=StartFailbackLaunch')) as {
      calls: ReceivedCall[];
    };
    expect(calls.map(({ attempt, status, fault }) => [attempt, status, fault])).toEqual([
      ['attempt=1; max=2', 200, 'commit-then-drop'],
      ['attempt=2; max=2', 409, undefined],
    ]);
    expect(calls[0]?.effect).toMatchObject({ recoveryInstanceIDs: [id] });
    expect(calls[1]?.effect).toBeUndefined();
    expect(new Set(calls.map(({ invocationID }) => invocationID)).size).toBe(1);
  });

  it('can be narrowed to the newest calls, and forgotten by a reset', async () => {
    await readyIDs('ONE');
    await readyIDs('TWO');
    expect((await ask('calls?limit=1')).calls).toMatchObject([{ accessKeyID: 'TWO' }]);
    expect((await ask('calls?accessKeyID=ONE')).calls).toHaveLength(1);
    await send('POST', 'reset');
    expect(await ask('calls')).toEqual({ calls: [], forgotten: 0 });
  });
});

describe('effects', () => {
  it('are counted for each server and each access key, with the tags of each job', async () => {
    const [first = '', second = ''] = await readyIDs('ONE');
    await launchEach(connect('ONE'), [first]);
    await send('POST', 'faults', { operation: '*', kind: 'commit-then-500', count: 1 });
    await launchEach(connect('TWO'), [first, second]);
    expect((await ask('effects')).launches).toEqual({ [first]: 2, [second]: 1 });
    // Two accounts of one seed have servers of the same ids, and each launched its own once.
    expect((await ask('effects')).repeated).toEqual([]);
    const { launches, effects } = await ask('effects?accessKeyID=TWO');
    expect(launches).toEqual({ [first]: 1, [second]: 1 });
    expect(effects).toMatchObject([
      { answered: false, tags: { launch: `launch of ${first}` }, recoveryInstanceIDs: [first] },
      {
        answered: true,
        tags: { launch: `launch of ${second}` },
        jobID: expect.stringMatching(/^drsjob-/),
      },
    ]);
  });
});

describe('a fault by chance', () => {
  const launchWithFaults = async () => {
    await send('POST', 'reset');
    const ids = (await readyIDs('ONE')).slice(0, 18);
    const before = { operation: 'StartFailbackLaunch', kind: 'internal-error', probability: 0.4 };
    const after = { operation: 'StartFailbackLaunch', kind: 'commit-then-drop', probability: 0.5 };
    await send('POST', 'faults', before);
    await send('POST', 'faults', after);
    return {
      ends: await launchEach(connect('ONE'), ids),
      launches: (await ask('effects')).launches,
    };
  };

  it('strikes the same calls for the same seed, before and after the effect', async () => {
    const { ends, launches } = await launchWithFaults();
    expect(new Set(ends)).toEqual(new Set(['answered', 'InternalServerException', 'TimeoutError']));
    const committed = ends.filter((end) => end !== 'InternalServerException');
    expect(Object.values(launches)).toEqual(committed.map(() => 1));
    expect(await launchWithFaults()).toEqual({ ends, launches });
  });
});

describe('a fault', () => {
  it('can be aimed at one access key, and be over after a time', async () => {
    const throttle = { operation: '*', kind: 'throttle', accessKeyID: 'ONE', seconds: 40 };
    const { body: fault } = await send('POST', 'faults', throttle);
    await expect(readyIDs('ONE')).rejects.toMatchObject({ name: 'ThrottlingException' });
    await expect(readyIDs('TWO')).resolves.not.toEqual([]);
    expect((await ask('state')).faults).toMatchObject([{ id: fault.id, weighed: 1, struck: 1 }]);
    await send('POST', 'clock', { stepSeconds: 41 });
    await expect(readyIDs('ONE')).resolves.not.toEqual([]);
    expect((await ask('faults')).faults).toEqual([]);
  });

  it('can be taken away alone', async () => {
    const { body: first } = await send('POST', 'faults', { operation: '*', kind: 'throttle' });
    await send('POST', 'faults', { operation: 'DescribeJobs', kind: 'hang' });
    expect((await send('DELETE', `faults/${first.id}`)).status).toBe(200);
    expect((await ask('faults')).faults).toMatchObject([{ kind: 'hang' }]);
    expect((await send('DELETE', `faults/${first.id}`)).status).toBe(404);
  });
});

describe('a DRS without guard', () => {
  it('launches a server again, which the usual retries of the SDK then do', async () => {
    const [id = ''] = await readyIDs('ONE');
    const aimed = { operation: 'StartFailbackLaunch' };
    await send('POST', 'faults', { ...aimed, kind: 'commit-then-500', count: 1 });
    await send('POST', 'faults', { ...aimed, kind: 'unguarded' });
    expect(await launchEach(connect('ONE', 3), [id])).toEqual(['answered']);
    expect((await ask('effects')).launches).toEqual({ [id]: 2 });
    expect((await ask('effects')).repeated).toMatchObject([{ id, launches: 2 }]);
  });
});

describe('a command', () => {
  it.each([
    ['faults', { operation: '*', kind: 'flood' }, 'kind'],
    ['faults', { operation: '*', kind: 'throttle', probability: 2 }, 'probability'],
    ['faults', { operation: '*', kind: 'throttle', often: true }, 'often'],
    ['faults', { kind: 'throttle' }, 'operation'],
    ['clock', { speed: -1 }, '>=0'],
  ])('to %s with %j is refused and told why', async (path, body, word) => {
    const answer = await send('POST', path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.message).toContain(word);
  });

  it('that does not exist, or is not JSON, is refused', async () => {
    expect((await send('GET', 'weather')).status).toBe(404);
    const response = await fetch(`${simulator.url}/_simulator/faults`, {
      method: 'POST',
      body: '{',
    });
    expect(response.status).toBe(400);
  });

  it.each([
    ['a page of another site', { origin: 'https://elsewhere.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['a name that was rebound to this machine', { host: 'rebound.example' }, 403],
    ['its own page', { origin: 'own' }, 200],
  ])('from %s is answered with the right status', async (_, from, status) => {
    const { origin, host } = from as { origin?: string; host?: string };
    const headers = {
      ...(origin ? { origin: origin === 'own' ? simulator.url : origin } : {}),
      ...(host ? { host } : {}),
    };
    expect(await statusOf('POST', '/_simulator/reset', headers)).toBe(status);
  });
});

/** Like fetch, which would not let the Host header be chosen. */
function statusOf(method: string, path: string, headers: Record<string, string>) {
  return new Promise((resolve, reject) => {
    httpRequest(`${simulator.url}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
