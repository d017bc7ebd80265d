import { type Answer, jsonAnswer } from './http/answer';
import { identify, strike } from './record/calls';
import { effectOf } from './record/effects';
import { uninitialized } from './errors';
import type { Fault } from './faults/faults';
import { operationNamed } from './operations';
import type { ReceivedCall } from './record/received-call';
import { type WireRequest, checkAccept, inputOf } from './http/request';
import { checkConstraints } from './shapes/constraints';
import { readStructure } from './shapes/read';
import type { Simulation } from './simulation';
import { isAnswered, underFault } from './faults/under-fault';

/**
 * The one order in which a call of DRS is checked; it is assumed. Signature and token, operation, authorisation, parse,
 * shape, initialised, throttle; then the operation itself checks quota and state.
 */
export function answerDrs(
  simulation: Simulation,
  call: ReceivedCall,
  request: WireRequest,
): Answer {
  identify(simulation, call, request, 'drs');
  const operation = operationNamed(call.operation);
  checkAccept(request);
  authorise(simulation, call);
  const input = readStructure(operation.input, inputOf(call.operation, request));
  checkConstraints(operation.input, input);
  const world = simulation.worldOf(call);
  if (!world.isInitialised && !operation.worksUninitialised) throw uninitialized();
  const moment = simulation.moment();
  const { throttle, hiddenUntil, worlds } = simulation.state;
  throttle.check(call, moment.now);
  const fault = strike(simulation, call, isNoDenial);
  return underFault(fault, () => {
    const result = operation.run({
      world,
      input,
      moment,
      worlds,
      worldIn: (region) => simulation.worldOf({ ...call, region }),
      quotas: simulation.settings.quotas,
      isVisible: (jobID) => (hiddenUntil[jobID] ?? 0) <= moment.now,
      isGuarded: fault?.kind !== 'unguarded',
    });
    recordEffect(simulation, call, effectOf(call.operation, input, result), fault);
    return jsonAnswer(result, operation.status);
  });
}

/** There are no policies here: a caller may do anything, unless a fault says otherwise. */
function authorise(simulation: Simulation, call: ReceivedCall) {
  const fault = strike(simulation, call, isDenial);
  if (fault) underFault(fault, () => jsonAnswer(undefined));
}

/** Who may call is checked before what is asked for, so a denial strikes before every other fault. */
const isDenial = ({ kind }: Fault) => kind === 'access-denied';
const isNoDenial = (fault: Fault) => !isDenial(fault);

function recordEffect(
  simulation: Simulation,
  call: ReceivedCall,
  effect: ReceivedCall['effect'],
  fault: Fault | undefined,
) {
  if (!effect) return;
  const { effects, hiddenUntil } = simulation.state;
  const { time, accessKeyID, accountID, region } = call;
  call.effect = effect;
  effects.add({ time, accessKeyID, accountID, region, answered: isAnswered(fault), ...effect });
  if (fault?.kind === 'hidden-job' && effect.jobID) {
    hiddenUntil[effect.jobID] = simulation.moment().now + (fault.milliseconds ?? 5_000);
  }
}
