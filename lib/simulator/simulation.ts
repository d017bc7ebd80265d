import type { Clock } from '../time';
import { Accounts } from './accounts';
import { type Answer, jsonAnswer, jsonError, settle } from './answer';
import { authenticate } from './authenticate';
import { effectOf } from './effects';
import { uninitialized } from './errors';
import type { Fault } from './faults';
import { operationNamed } from './operations';
import { digest } from './random';
import { type ReceivedCall, receivedCall } from './received-call';
import { type WireRequest, checkAccept, inputOf, operationNameOf } from './request';
import type { RehearsalEvent } from './scenario/event';
import { launchAsColleague } from './scenario/launch-as-colleague';
import { Rehearsal } from './scenario/rehearsal';
import { type SavedScene, type Scene, newScene, saveScene } from './scene';
import type { SimulationSettings } from './settings';
import { checkConstraints } from './shapes/constraints';
import { readStructure } from './shapes/read';
import { stsAnswer, stsError, unknownAction } from './sts/answer';
import { queryOf } from './sts/query';
import { STS_OPERATIONS } from './sts/sts';
import { resultXML } from './sts/xml';
import { isAnswered, underFault } from './under-fault';
import type { Moment } from './world/moment';
import { openWorld } from './world/open-world';
import type { RecoveryInstance } from './world/recovery-instance';
import { type World, worldKey } from './world/world';

type Place = Pick<ReceivedCall, 'accountID' | 'accessKeyID' | 'region'>;

/** The simulated services: worlds, clock, faults and a record of what was asked. No network in here. */
export class Simulation {
  readonly accounts: Accounts;
  scene: Scene;
  rehearsal: Rehearsal;

  constructor(
    readonly settings: SimulationSettings,
    private readonly real: Clock,
    saved?: SavedScene,
  ) {
    this.accounts = new Accounts(settings.seed, settings.scenario?.accounts);
    this.scene = newScene(real, settings, saved);
    this.rehearsal = this.#rehearse();
  }

  reset() {
    this.scene = newScene(this.real, this.settings);
    this.rehearsal = this.#rehearse();
  }

  save(): SavedScene {
    return saveScene(this.scene);
  }

  /** Now, as the worlds are looked at. */
  moment(): Moment {
    const { clock } = this.scene;
    const { stalledIsError, timestamps } = this.settings;
    return { now: clock.now().getTime(), paces: clock.paces, stalledIsError, timestamps };
  }

  /** Lets everything happen that the scenario has in store up to now. */
  catchUp() {
    this.rehearsal.catchUp(this.moment());
  }

  /** Lets something happen now; gives the servers it is about. */
  happen(event: RehearsalEvent): RecoveryInstance[] {
    return this.rehearsal.happen(event, this.moment(), this.scene.clock.rehearsed());
  }

  /** Answers one request; a call is on record whatever its end. */
  answer(request: WireRequest, requestID: string): Answer {
    this.catchUp();
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
    const { throttle, hiddenUntil, worlds } = this.scene;
    throttle.check(call, moment.now);
    const fault = this.#strike(call, isNoDenial);
    return underFault(fault, () => {
      const result = operation.run({
        world,
        input,
        moment,
        worlds,
        worldIn: (region) => this.#world({ ...call, region }),
        quotas: this.settings.quotas,
        isVisible: (jobID) => (hiddenUntil[jobID] ?? 0) <= moment.now,
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
      const { sessions } = this.scene;
      const session = sessions.find(accessKeyID);
      return underFault(this.#strike(call), () => {
        const result = operation({
          query,
          caller: { accessKeyID, accountID, ...(session ? { session } : {}) },
          now: this.moment().now,
          rolesOf: (account) => this.accounts.rolesOf(account),
          sessions,
        });
        return stsAnswer(resultXML(action, result, requestID));
      });
    });
    call.status = answer.status;
    return answer;
  }

  #receive(operation: string, { headers }: WireRequest): ReceivedCall {
    const call = receivedCall(this.scene.clock.now(), operation, headers);
    this.scene.calls.add(call);
    return call;
  }

  #authenticate(call: ReceivedCall, request: WireRequest, service: 'drs' | 'sts') {
    const caller = authenticate(request, service, {
      verify: this.settings.verify,
      accounts: this.accounts,
      sessions: this.scene.sessions,
      realNow: this.real.now(),
      now: this.moment().now,
    });
    Object.assign(call, caller);
  }

  /** There are no policies here: a caller may do anything, unless a fault says otherwise. */
  #authorise(call: ReceivedCall) {
    const fault = this.#strike(call, isDenial);
    if (fault) underFault(fault, () => jsonAnswer(undefined));
  }

  #strike(call: ReceivedCall, isMeant?: (fault: Fault) => boolean): Fault | undefined {
    const { faults, clock } = this.scene;
    const fault = faults.strike(call, clock.rehearsed(), isMeant);
    if (fault) call.fault = fault.kind;
    return fault;
  }

  #recordEffect(call: ReceivedCall, effect: ReceivedCall['effect'], fault: Fault | undefined) {
    if (!effect) return;
    const { time, accessKeyID, accountID, region } = call;
    const answered = isAnswered(fault);
    call.effect = effect;
    this.scene.effects.add({ time, accessKeyID, accountID, region, answered, ...effect });
    if (fault?.kind === 'hidden-job' && effect.jobID) {
      this.scene.hiddenUntil[effect.jobID] = this.moment().now + (fault.milliseconds ?? 5_000);
    }
  }

  /** The world of the caller, as it is by now. */
  #world({ accountID, accessKeyID, region }: Place): World {
    const { worlds, progress } = this.scene;
    const known = worlds[worldKey(accountID, region)];
    if (known) return known;
    const { scenario, seed, fleet } = this.settings;
    const place = this.accounts.placeOf(accountID, region);
    const isOwn = !scenario?.accounts && accountID === this.accounts.idOf(accessKeyID);
    const world = openWorld(worlds, {
      accountID,
      region,
      // An account that is reached on purpose has servers that no other account has.
      seed: isOwn ? seed : Number.parseInt(digest(seed, accountID).slice(0, 8), 16),
      fleet: place.servers === undefined ? fleet : [{ count: place.servers }],
      isInitialised: place.isInitialised && !accessKeyID.startsWith('UNINITIALIZED'),
      // A rehearsal has begun everywhere at once; without one a fleet begins with its first call.
      now: scenario ? progress.began : this.moment().now,
    });
    this.catchUp();
    return world;
  }

  #rehearse(): Rehearsal {
    const { scene, settings } = this;
    const stage = {
      worlds: () => Object.values(scene.worlds),
      faults: scene.faults,
      launch: (world: World, servers: RecoveryInstance[], moment: Moment) =>
        launchAsColleague(scene, settings.quotas, world, servers, moment),
    };
    return new Rehearsal(settings.scenario?.events ?? [], stage, scene.progress);
  }
}

/** Who may call is checked before what is asked for, so a denial strikes before every other fault. */
const isDenial = ({ kind }: Fault) => kind === 'access-denied';
const isNoDenial = (fault: Fault) => !isDenial(fault);
