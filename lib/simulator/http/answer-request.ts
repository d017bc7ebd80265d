import { type Answer, jsonError, settle } from './answer';
import { receive } from '../record/calls';
import { answerDrs } from '../drs';
import { type WireRequest, operationNameOf } from './request';
import type { Simulation } from '../simulation';
import { stsError } from '../sts/answer';
import { answerSts } from '../sts/answer-sts';
import { queryOf } from '../sts/query';

/** Answers one request to DRS or to STS; a call is on record whatever its end. */
export function answerRequest(
  simulation: Simulation,
  request: WireRequest,
  requestID: string,
): Answer {
  simulation.catchUp();
  const query = queryOf(request);
  const operation = query ? (query.get('Action') ?? '') : operationNameOf(request);
  const call = receive(simulation, operation, request);
  const answer = query
    ? settle(stsError(requestID), () => answerSts(simulation, call, request, query, requestID))
    : settle(jsonError, () => answerDrs(simulation, call, request));
  call.status = answer.status;
  return answer;
}
