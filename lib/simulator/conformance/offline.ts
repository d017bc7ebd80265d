import { answerRequest } from '../http/answer-request';
import type { SavedSimulationState } from '../simulation-state';
import { settingsOf } from '../settings';
import { Simulation } from '../simulation';

const BEGAN = Date.parse('2026-11-24T04:00:00Z');

interface Received {
  status: number;
  body: Record<string, unknown>;
}

/** A simulation without a network and without signatures, in which time passes only when it is stepped. */
export class Offline {
  readonly #simulation: Simulation;
  /** Servers in many states, those of AWS among them, and one that does not exist. */
  readonly knownIDs: string[];

  constructor(saved?: SavedSimulationState) {
    const settings = settingsOf({ servers: 60, speed: 0, verify: false });
    this.#simulation = new Simulation(settings, { now: () => new Date(BEGAN) }, saved);
    const ids = this.all<{ recoveryInstanceID: string }>('DescribeRecoveryInstances').map(
      ({ recoveryInstanceID }) => recoveryInstanceID,
    );
    this.knownIDs = [0, 2, 4, 8, 13, 23, 29, 35, 47, 53, 56].map((index) => ids[index] ?? '');
  }

  /** The same simulation, read anew from what is saved of it. */
  reopened(): Offline {
    return new Offline(structuredClone(this.#simulation.save()));
  }

  send(operation: string, body: string, region = 'eu-west-1'): Received {
    const scope = `HOMEWARDTEST/20261124/${region}/drs/aws4_request`;
    const signature = `SignedHeaders=host, Signature=${'0'.repeat(64)}`;
    const answer = answerRequest(
      this.#simulation,
      {
        method: 'POST',
        rawPath: `/${operation}`,
        rawQuery: '',
        headers: {
          authorization: `AWS4-HMAC-SHA256 Credential=${scope}, ${signature}`,
          'x-amz-date': '20261124T040000Z',
          'content-type': 'application/json',
        },
        body: Buffer.from(body),
      },
      'request',
    );
    const parsed: unknown = answer.body ? JSON.parse(String(answer.body)) : {};
    return { status: answer.status, body: parsed as Record<string, unknown> };
  }

  call(operation: string, input: unknown, region?: string): Received {
    return this.send(operation, JSON.stringify(input), region);
  }

  /** Every item of a list, over all its pages. */
  all<Item>(operation: string, region?: string, input = {}): Item[] {
    const items: Item[] = [];
    let nextToken: unknown;
    do {
      const asked = { maxResults: 40, ...input, ...(nextToken ? { nextToken } : {}) };
      const page = this.call(operation, asked, region);
      items.push(...((page.body.items ?? []) as Item[]));
      nextToken = page.body.nextToken;
    } while (nextToken);
    return items;
  }

  log(jobID: string, region: string) {
    return this.all<{ event: string; logDateTime: string }>('DescribeJobLogItems', region, {
      jobID,
    });
  }

  trigger(event: string, recoveryInstanceID: string) {
    this.#simulation.trigger({ [event]: { recoveryInstanceIDs: [recoveryInstanceID] } });
  }

  now(): number {
    return this.#simulation.moment().now;
  }

  step(seconds: number) {
    this.#simulation.state.clock.step(seconds * 1_000);
  }

  setSpeed(speed: number) {
    this.#simulation.state.clock.setSpeed(speed);
  }
}
