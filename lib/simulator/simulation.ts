import type { Clock } from '../time';
import { SimulatedClock } from './clock';
import { DrsError, internalError, uninitialized } from './errors';
import { type Fault, Faults, errorOf } from './faults';
import { OPERATIONS } from './operations';
import { type WireRequest, parseOperation } from './request';
import { verifySignature } from './signature';
import { World } from './world';

export interface SimulationSettings {
  servers: number;
  seed: number;
  speed: number;
}

/** One call as it was received, for tests to ask what really arrived. */
export interface ReceivedCall {
  time: string;
  operation: string;
  accessKeyID: string;
  region: string;
  /** The SDK's own count, such as "attempt=1; max=3". */
  attempt: string;
  status: number;
}

/** What happens to the answer on its way out. */
type Delivery = Extract<
  Fault['kind'],
  'html-502' | 'hang' | 'reset' | 'slow' | 'truncate' | 'commit-then-drop'
>;

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
  delivery?: { kind: Delivery; milliseconds: number };
}

/** The simulated service: worlds, clock, faults and a record of what was asked. No network in here. */
export class Simulation {
  readonly faults = new Faults();
  clock: SimulatedClock;
  calls: ReceivedCall[] = [];
  #worlds = new Map<string, World>();
  #hiddenUntil = new Map<string, number>();

  constructor(
    readonly settings: SimulationSettings,
    private readonly real: Clock,
  ) {
    this.clock = new SimulatedClock(real, settings.speed);
  }

  reset() {
    this.clock = new SimulatedClock(this.real, this.settings.speed);
    this.faults.clear();
    this.calls = [];
    this.#worlds.clear();
    this.#hiddenUntil.clear();
  }

  worlds(): World[] {
    return [...this.#worlds.values()];
  }

  /**
   * Answers one request. The checks run in the order signature, operation, parse, shape, initialised,
   * faults, state; a call is on record whatever its end.
   */
  answer(request: WireRequest): Answer {
    const { name, input } = parseOperation(request);
    const call: ReceivedCall = {
      time: this.clock.now().toISOString(),
      operation: name,
      accessKeyID: '',
      region: '',
      attempt: String(request.headers['amz-sdk-request'] ?? ''),
      status: 0,
    };
    this.calls.push(call);
    const answer = this.#settle(() => {
      Object.assign(call, verifySignature(request, this.real.now()));
      return this.#run(name, input, call);
    });
    call.status = answer.status;
    return answer;
  }

  #run(
    name: string,
    parse: () => Record<string, unknown>,
    { accessKeyID, region }: ReceivedCall,
  ): Answer {
    const operation = OPERATIONS[name];
    if (!operation) {
      throw new DrsError(
        404,
        'UnknownOperationException',
        `The operation ${name || '(none)'} is not simulated`,
      );
    }
    const input = parse();
    operation.checkShape(input);
    // A key of this name opens a Region in which DRS was never initialised.
    if (accessKeyID.startsWith('UNINITIALIZED')) throw uninitialized();

    const fault = this.faults.strike(name);
    const refused = fault && errorOf(fault);
    if (refused) throw refused;
    const delivery = fault && deliveryOf(fault);
    if (delivery && ['html-502', 'hang', 'reset'].includes(delivery.kind)) {
      return { status: 502, headers: {}, body: '', delivery };
    }
    const world = this.#world(accessKeyID, region);
    const before = world.jobs.size;
    const result = operation.run({
      world,
      input,
      now: this.clock.now().getTime(),
      pace: this.clock.pace,
      isVisible: (jobID) => (this.#hiddenUntil.get(jobID) ?? 0) <= this.real.now().getTime(),
    });
    if (fault?.kind === 'hidden-job' && world.jobs.size > before) {
      const jobID = [...world.jobs.keys()].at(-1) ?? '';
      this.#hiddenUntil.set(jobID, this.real.now().getTime() + (fault.milliseconds ?? 5_000));
    }
    if (fault?.kind === 'commit-then-500') throw internalError();
    return {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: result === undefined ? '' : JSON.stringify(result),
      ...(delivery ? { delivery } : {}),
    };
  }

  #settle(act: () => Answer): Answer {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof DrsError)) throw error;
      return {
        status: error.status,
        headers: {
          'Content-Type': 'application/json',
          'X-Amzn-ErrorType': error.type,
          ...error.headers,
        },
        body: JSON.stringify({ message: error.message, ...error.members }),
      };
    }
  }

  #world(accessKeyID: string, region: string): World {
    const key = `${accessKeyID} ${region}`;
    const world =
      this.#worlds.get(key) ??
      new World(accessKeyID, region, { ...this.settings, now: this.clock.now().getTime() });
    this.#worlds.set(key, world);
    return world;
  }
}

function deliveryOf({ kind, milliseconds = 2_000 }: Fault): Answer['delivery'] {
  const kinds: string[] = ['html-502', 'hang', 'reset', 'slow', 'truncate', 'commit-then-drop'];
  return kinds.includes(kind) ? { kind: kind as Delivery, milliseconds } : undefined;
}
