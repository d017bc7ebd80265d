import type { Clock } from '../time';
import { SimulatedClock } from './clock';
import { type RecordedEffect, effectOf } from './effects';
import { DrsError, internalError, uninitialized } from './errors';
import { type Fault, Faults, errorOf } from './faults';
import { Newest } from './newest';
import { OPERATIONS } from './operations';
import { type ReceivedCall, receivedCall } from './received-call';
import { type WireRequest, parseOperation } from './request';
import { verifySignature } from './signature';
import { World } from './world';

export interface SimulationSettings {
  servers: number;
  seed: number;
  speed: number;
}

/** What happens to the answer on its way out. */
type Delivery = Extract<
  Fault['kind'],
  'html-502' | 'hang' | 'reset' | 'slow' | 'truncate' | 'commit-then-drop' | 'commit-then-hang'
>;

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
  delivery?: { kind: Delivery; milliseconds: number };
}

const DELIVERIES: readonly string[] = [
  'html-502',
  'hang',
  'reset',
  'slow',
  'truncate',
  'commit-then-drop',
  'commit-then-hang',
] satisfies Delivery[];

/** The simulated service: worlds, clock, faults and a record of what was asked. No network in here. */
export class Simulation {
  clock: SimulatedClock;
  faults: Faults;
  calls = new Newest<ReceivedCall>(10_000);
  effects = new Newest<RecordedEffect>(20_000);
  #worlds = new Map<string, World>();
  #hiddenUntil = new Map<string, number>();

  constructor(
    readonly settings: SimulationSettings,
    private readonly real: Clock,
  ) {
    this.clock = new SimulatedClock(real, settings.speed);
    this.faults = new Faults(settings.seed);
  }

  reset() {
    this.clock = new SimulatedClock(this.real, this.settings.speed);
    this.faults = new Faults(this.settings.seed);
    this.calls = new Newest(10_000);
    this.effects = new Newest(20_000);
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
    const call = receivedCall(this.clock.now(), name, request.headers);
    this.calls.add(call);
    const answer = this.#settle(() => {
      Object.assign(call, verifySignature(request, this.real.now()));
      return this.#run(name, input, call);
    });
    call.status = answer.status;
    return answer;
  }

  #run(name: string, parse: () => Record<string, unknown>, call: ReceivedCall): Answer {
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
    if (call.accessKeyID.startsWith('UNINITIALIZED')) throw uninitialized();

    const fault = this.faults.strike(call, this.clock.rehearsed());
    if (fault) call.fault = fault.kind;
    const refused = fault && errorOf(fault);
    if (refused) throw refused;
    const delivery = fault && deliveryOf(fault);
    if (delivery && ['html-502', 'hang', 'reset'].includes(delivery.kind)) {
      return { status: 502, headers: {}, body: '', delivery };
    }
    const world = this.#world(call.accessKeyID, call.region);
    call.accountID = world.accountID;
    const now = this.clock.now().getTime();
    const result = operation.run({
      world,
      input,
      now,
      pace: this.clock.pace,
      isVisible: (jobID) => (this.#hiddenUntil.get(jobID) ?? 0) <= now,
      isGuarded: fault?.kind !== 'unguarded',
    });
    this.#recordEffect(call, effectOf(name, input, result), fault);
    if (fault?.kind === 'commit-then-500') throw internalError();
    return {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: result === undefined ? '' : JSON.stringify(result),
      ...(delivery ? { delivery } : {}),
    };
  }

  #recordEffect(call: ReceivedCall, effect: ReceivedCall['effect'], fault: Fault | undefined) {
    if (!effect) return;
    const { time, accessKeyID, accountID, region } = call;
    const answered = !fault || ['slow', 'hidden-job', 'unguarded'].includes(fault.kind);
    call.effect = effect;
    this.effects.add({ time, accessKeyID, accountID, region, answered, ...effect });
    if (fault?.kind === 'hidden-job' && effect.jobID) {
      const until = this.clock.now().getTime() + (fault.milliseconds ?? 5_000);
      this.#hiddenUntil.set(effect.jobID, until);
    }
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
  return DELIVERIES.includes(kind) ? { kind: kind as Delivery, milliseconds } : undefined;
}
