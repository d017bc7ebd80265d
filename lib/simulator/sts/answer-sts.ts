import type { Answer } from '../http/answer';
import { identify, strike } from '../record/calls';
import type { ReceivedCall } from '../record/received-call';
import type { WireRequest } from '../http/request';
import type { Simulation } from '../simulation';
import { underFault } from '../faults/under-fault';
import { stsAnswer, unknownAction } from './answer';
import { STS_OPERATIONS } from './sts';
import { resultXML } from './xml';

/** Answers one call of STS, in the order in which a call of DRS is answered. */
export function answerSts(
  simulation: Simulation,
  call: ReceivedCall,
  request: WireRequest,
  query: URLSearchParams,
  requestID: string,
): Answer {
  identify(simulation, call, request, 'sts');
  const operation = STS_OPERATIONS[call.operation];
  if (!operation) throw unknownAction(call.operation);
  const { accessKeyID, accountID } = call;
  const { sessions } = simulation.state;
  const session = sessions.find(accessKeyID);
  return underFault(strike(simulation, call), () => {
    const result = operation({
      query,
      caller: { accessKeyID, accountID, ...(session ? { session } : {}) },
      now: simulation.moment().now,
      rolesOf: (account) => simulation.accounts.rolesOf(account),
      sessions,
    });
    return stsAnswer(resultXML(call.operation, result, requestID));
  });
}
