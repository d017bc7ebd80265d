import type { Clock } from '../time';
import { SimulatedClock } from './clock';
import { type RecordedEffect, effectOf } from './effects';
import { DrsError, internalError, uninitialized } from './errors';
import { type Fault, Faults, errorOf } from './faults';
import { Newest } from './newest';
import { OPERATIONS } from './operations';
import { type ReceivedCall, receivedCall } from './received-call';
import { digest } from './random';
import { type WireRequest, parseOperation } from './request';
import { verifySignature } from './signature';
import type { Moment, Worlds } from './world/moment';
import { openWorld } from './world/open-world';
import type { World } from './world/world';

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
  worlds: Worlds = {};
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
    this.worlds = {};
    this.#hiddenUntil.clear();
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
    const world = this.#world(call.accessKeyID, call.region);
    call.accountID = world.accountID;
    if (!world.isInitialised) throw uninitialized();

    const fault = this.faults.strike(call, this.clock.rehearsed());
    if (fault) call.fault = fault.kind;
    const refused = fault && errorOf(fault);
    if (refused) throw refused;
    const delivery = fault && deliveryOf(fault);
    if (delivery && ['html-502', 'hang', 'reset'].includes(delivery.kind)) {
      return { status: 502, headers: {}, body: '', delivery };
    }
    const moment = this.moment();
    const result = operation.run({
      world,
      input,
      moment,
      isVisible: (jobID) => (this.#hiddenUntil.get(jobID) ?? 0) <= moment.now,
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

  /** Now, as the worlds are looked at. */
  moment(): Moment {
    return {
      now: this.clock.now().getTime(),
      paces: this.clock.paces,
      stalledIsError: true,
      timestamps: 'live',
    };
  }

  /** The world of an access key in a Region; one that begins with UNINITIALIZED was never initialised. */
  #world(accessKeyID: string, region: string): World {
    const { seed, servers } = this.settings;
    return openWorld(this.worlds, {
      accountID: accountOf(seed, accessKeyID),
      region,
      seed,
      servers,
      isInitialised: !accessKeyID.startsWith('UNINITIALIZED'),
      now: this.clock.now().getTime(),
    });
  }
}

/** Every access key opens an account of its own. */
function accountOf(seed: number, accessKeyID: string): string {
  const number = Number.parseInt(digest(seed, accessKeyID).slice(0, 12), 16);
  return String((number % 900_000_000_000) + 100_000_000_000);
}

function deliveryOf({ kind, milliseconds = 2_000 }: Fault): Answer['delivery'] {
  return DELIVERIES.includes(kind) ? { kind: kind as Delivery, milliseconds } : undefined;
}
