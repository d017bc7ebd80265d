import { authenticate } from '../authenticate';
import type { Fault } from '../faults/faults';
import { type ReceivedCall, receivedCall } from './received-call';
import type { WireRequest } from '../http/request';
import type { Simulation } from '../simulation';

// The steps that every call takes, whether it is to DRS or to STS.

/** Puts a call on record as it comes in. */
export function receive(
  { state }: Simulation,
  operation: string,
  { headers }: WireRequest,
): ReceivedCall {
  const call = receivedCall(state.clock.now(), operation, headers);
  state.calls.add(call);
  return call;
}

/** Authenticates the caller and puts it on record. Throws the errors of AWS for signature and token. */
export function identify(
  simulation: Simulation,
  call: ReceivedCall,
  request: WireRequest,
  service: 'drs' | 'sts',
) {
  const { settings, accounts, state, real } = simulation;
  const caller = authenticate(request, service, {
    verify: settings.verify,
    accounts,
    sessions: state.sessions,
    realNow: real.now(),
    now: simulation.moment().now,
  });
  Object.assign(call, caller);
}

/** The fault that strikes the call, if any; it is put on record. */
export function strike(
  { state: { faults, clock } }: Simulation,
  call: ReceivedCall,
  isMeant?: (fault: Fault) => boolean,
): Fault | undefined {
  const fault = faults.strike(call, clock.rehearsed(), isMeant);
  if (fault) call.fault = fault.kind;
  return fault;
}
