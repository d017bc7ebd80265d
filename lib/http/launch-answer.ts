import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import type { Problem } from '@/lib/contract/problem';
import { REPLAYED_HEADER } from '@/lib/contract/replayed';
import { describeLaunch } from '@/lib/launch/describe';
import type { LaunchContext } from '@/lib/launch/context';
import { type Answer, firstAnswer } from '@/lib/launch/request/first-answer';
import { afterIntent } from '@/lib/launch/request/intent-failures';
import type { StartedLaunch } from '@/lib/launch/request/start';
import { json, problemResponse } from './respond';

type StoredLaunch = StartedLaunch['launch'];

/**
 * The answer to a launch: 202 with the launch, or, when DRS refused all of it, the refusal with its own
 * status and the id under which it is on record. Every repetition of the request is given the first answer.
 */
export async function answerLaunch(
  context: LaunchContext,
  started: StartedLaunch,
): Promise<Response> {
  const { status, body } = await afterIntent(started.launch.launchID, () =>
    firstAnswer(context, started, (launch) => make(context, launch)),
  );
  const headers = started.isRepetition ? { [REPLAYED_HEADER]: 'true' } : {};
  if (status >= 400) return problemResponse(body as Problem, headers);
  const { launchID } = body as FailbackLaunch;
  const Location = `/api/failback-launches/${launchID}`;
  return json(body, { status, headers: { ...headers, Location } });
}

async function make(context: LaunchContext, launch: StoredLaunch): Promise<Answer> {
  const refused = launch.batches.every(({ state }) => state === 'rejected');
  const problem = launch.batches[0]?.problem;
  if (refused && problem) {
    return { status: problem.status, body: { ...problem, launchID: launch.launchID } };
  }
  return { status: 202, body: await describeLaunch(context, launch, { withLogs: false }) };
}
