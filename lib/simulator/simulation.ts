import type { Clock } from '../time';
import { accountOf } from './accounts';
import { type Answer, type Delivery, jsonAnswer, jsonError, settle } from './answer';
import { SimulatedClock } from './clock';
import { credentialsOf } from './credentials';
import { type RecordedEffect, effectOf } from './effects';
import { internalError, uninitialized } from './errors';
import { type Fault, Faults, errorOf } from './faults';
import { Newest } from './newest';
import { operationNamed } from './operations';
import { type ReceivedCall, receivedCall } from './received-call';
import { type WireRequest, checkAccept, inputOf, operationNameOf } from './request';
import { DEFAULT_QUOTAS, type Quotas } from './rules/quotas';
import { Throttle } from './rules/throttle';
import { checkConstraints } from './shapes/constraints';
import { readStructure } from './shapes/read';
import { unverifiedCaller, verifySignature } from './signature/verify';
import { stsAnswer, stsError, unknownAction } from './sts/answer';
import { queryOf } from './sts/query';
import { Sessions } from './sts/sessions';
import { STS_OPERATIONS } from './sts/sts';
import { resultXML } from './sts/xml';
import type { TimestampFormat } from './describe/wire-time';
import type { Moment, Worlds } from './world/moment';
import { openWorld } from './world/open-world';
import type { World } from './world/world';

export interface SimulationSettings {
  servers: number;
  seed: number;
  speed: number;
  quotas?: Partial<Quotas>;
  /** Calls of one operation that an account may make in a Region in a second; absent: any number. */
  requestsPerSecond?: number;
  /** False: signatures are not verified. */
  verify?: boolean;
  timestamps?: TimestampFormat;
  /** False: a server that was ready stays so when its replication stalls. */
  stalledIsError?: boolean;
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
  sessions = new Sessions();
  worlds: Worlds = {};
  #throttle: Throttle;
  #hiddenUntil = new Map<string, number>();

  constructor(
    readonly settings: SimulationSettings,
    private readonly real: Clock,
  ) {
    this.clock = new SimulatedClock(real, settings.speed);
    this.faults = new Faults(settings.seed);
    this.#throttle = new Throttle(settings.requestsPerSecond);
  }

  reset() {
    this.clock = new SimulatedClock(this.real, this.settings.speed);
    this.faults = new Faults(this.settings.seed);
    this.calls = new Newest(10_000);
    this.effects = new Newest(20_000);
    this.sessions = new Sessions();
    this.worlds = {};
    this.#throttle = new Throttle(this.settings.requestsPerSecond);
    this.#hiddenUntil.clear();
  }

  /** Answers one request; a call is on record whatever its end. */
  answer(request: WireRequest, requestID: string): Answer {
    const query = queryOf(request);
    if (query) return this.#answerSts(request, query, requestID);
    const call = this.#receive(operationNameOf(request), request);
    const answer = settle(jsonError, () => this.#answerDrs(call, request));
    call.status = answer.status;
    return answer;
  }

  /**
   * The one order in which a call is checked; it is assumed. Signature and token, operation, authorisation, parse,
   * shape, initialised, throttle; then the operation itself checks quota and state.
   */
  #answerDrs(call: ReceivedCall, request: WireRequest): Answer {
    this.#authenticate(call, request, 'drs');
    const operation = operationNamed(call.operation);
    checkAccept(request);
    this.#authorise(call);
    const input = readStructure(operation.input, inputOf(call.operation, request));
    checkConstraints(operation.input, input);
    const world = this.#world(call);
    if (!world.isInitialised && !operation.worksUninitialised) throw uninitialized();
    const moment = this.moment();
    this.#throttle.check(call, moment.now);
    return this.#underFaults(call, (fault) => {
      const result = operation.run({
        world,
        input,
        moment,
        worlds: this.worlds,
        worldIn: (region) => this.#world({ ...call, region }),
        quotas: { ...DEFAULT_QUOTAS, ...this.settings.quotas },
        isVisible: (jobID) => (this.#hiddenUntil.get(jobID) ?? 0) <= moment.now,
        isGuarded: fault?.kind !== 'unguarded',
      });
      this.#recordEffect(call, effectOf(call.operation, input, result), fault);
      return jsonAnswer(result, operation.status);
    });
  }

  #answerSts(request: WireRequest, query: URLSearchParams, requestID: string): Answer {
    const action = query.get('Action') ?? '';
    const call = this.#receive(action, request);
    const answer = settle(stsError(requestID), () => {
      this.#authenticate(call, request, 'sts');
      const operation = STS_OPERATIONS[action];
      if (!operation) throw unknownAction(action);
      const { accessKeyID, accountID } = call;
      const session = this.sessions.find(accessKeyID);
      return this.#underFaults(call, () => {
        const result = operation({
          query,
          caller: { accessKeyID, accountID, ...(session ? { session } : {}) },
          now: this.clock.now().getTime(),
          rolesOf: () => undefined,
          sessions: this.sessions,
        });
        return stsAnswer(resultXML(action, result, requestID));
      });
    });
    call.status = answer.status;
    return answer;
  }

  #receive(operation: string, { headers }: WireRequest): ReceivedCall {
    const call = receivedCall(this.clock.now(), operation, headers);
    this.calls.add(call);
    return call;
  }

  #authenticate(call: ReceivedCall, request: WireRequest, service: 'drs' | 'sts') {
    const now = this.clock.now().getTime();
    const caller =
      this.settings.verify === false
        ? unverifiedCaller(request)
        : verifySignature(request, {
            service,
            now: this.real.now(),
            credentialsOf: (accessKeyID) => credentialsOf(accessKeyID, this.sessions, now),
          });
    const session = this.sessions.find(caller.accessKeyID);
    const accountID = session?.accountID ?? accountOf(this.settings.seed, caller.accessKeyID);
    Object.assign(call, caller, { accountID });
  }

  /** There are no policies here: a caller may do anything, unless a fault says otherwise. */
  #authorise(call: ReceivedCall) {
    const isDenial = ({ kind }: Fault) => kind === 'access-denied';
    const fault = this.faults.strike(call, this.clock.rehearsed(), isDenial);
    const denied = fault && errorOf(fault);
    if (!denied) return;
    call.fault = fault.kind;
    throw denied;
  }

  /** Does what was asked unless a fault that waits for this call prevents it, and spoils the answer after it. */
  #underFaults(call: ReceivedCall, act: (fault: Fault | undefined) => Answer): Answer {
    const fault = this.faults.strike(call, this.clock.rehearsed());
    if (!fault) return act(undefined);
    call.fault = fault.kind;
    const refused = errorOf(fault);
    if (refused) throw refused;
    const delivery = deliveryOf(fault);
    if (delivery && ['html-502', 'hang', 'reset'].includes(delivery.kind)) {
      return { status: 502, headers: {}, body: '', delivery };
    }
    const answer = act(fault);
    if (fault.kind === 'commit-then-500') throw internalError();
    return { ...answer, ...(delivery ? { delivery } : {}) };
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

  /** Now, as the worlds are looked at. */
  moment(): Moment {
    return {
      now: this.clock.now().getTime(),
      paces: this.clock.paces,
      stalledIsError: this.settings.stalledIsError ?? true,
      timestamps: this.settings.timestamps ?? 'live',
    };
  }

  /** The world of the caller; the account of a key that begins with UNINITIALIZED was never initialised. */
  #world({
    accountID,
    accessKeyID,
    region,
  }: Pick<ReceivedCall, 'accountID' | 'accessKeyID' | 'region'>): World {
    const { seed, servers } = this.settings;
    return openWorld(this.worlds, {
      accountID,
      region,
      seed,
      servers,
      isInitialised: !accessKeyID.startsWith('UNINITIALIZED'),
      now: this.clock.now().getTime(),
    });
  }
}

function deliveryOf({ kind, milliseconds = 2_000 }: Fault): Answer['delivery'] {
  return DELIVERIES.includes(kind) ? { kind: kind as Delivery, milliseconds } : undefined;
}
