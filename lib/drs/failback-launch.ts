import { StartFailbackLaunchCommand } from '@aws-sdk/client-drs';
import type { Job } from '@/lib/contract/job';
import type { DrsClients } from './client';
import { toJob } from './jobs';
import { send } from './send';

/** What DRS answered: the job, and the id under which AWS has the request. */
export interface StartedFailback {
  job: Job | undefined;
  requestID: string | undefined;
  status: number | undefined;
}

/**
 * Sends StartFailbackLaunch once. Each call reboots the machines it names and cannot be taken back.
 * `beforeWrite` runs when the signed request is about to be written; what it throws keeps the request from leaving.
 * Resolves to the answer, whose job is undefined when DRS answered 200 without one; rejects as `send` does.
 * https://docs.aws.amazon.com/drs/latest/APIReference/API_StartFailbackLaunch.html
 */
export async function startFailbackLaunch(
  drs: DrsClients,
  recoveryInstanceIDs: readonly string[],
  tags: Record<string, string>,
  beforeWrite: () => void,
): Promise<StartedFailback> {
  const command = new StartFailbackLaunchCommand({
    recoveryInstanceIDs: [...recoveryInstanceIDs],
    ...(Object.keys(tags).length > 0 ? { tags } : {}),
  });
  const answer = await send(drs, 'mutations', command, beforeWrite);
  const { requestId, httpStatusCode } = answer.$metadata;
  return { job: answer.job && toJob(answer.job), requestID: requestId, status: httpStatusCode };
}
