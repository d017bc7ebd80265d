import { StartFailbackLaunchCommand } from '@aws-sdk/client-drs';
import type { Job } from '@/lib/contract/job';
import { type DrsDoor, withinTime } from './client';
import { toJob } from './jobs';

/** What DRS answered: the job, and the id under which AWS has the request. */
export interface StartedFailback {
  job: Job | undefined;
  requestID: string | undefined;
  status: number | undefined;
}

/**
 * Sends StartFailbackLaunch once. Each call reboots the machines it names and cannot be taken back.
 * `beforeWrite` runs when the signed request is about to be written; what it throws keeps the request from leaving.
 * Resolves to the answer, whose job is undefined when DRS answered 200 without one; rejects with what the SDK or
 * `beforeWrite` rejects with.
 * https://docs.aws.amazon.com/drs/latest/APIReference/API_StartFailbackLaunch.html
 */
export async function startFailbackLaunch(
  door: DrsDoor,
  recoveryInstanceIDs: readonly string[],
  tags: Record<string, string>,
  beforeWrite: () => void,
): Promise<StartedFailback> {
  const command = new StartFailbackLaunchCommand({
    recoveryInstanceIDs: [...recoveryInstanceIDs],
    ...(Object.keys(tags).length > 0 ? { tags } : {}),
  });
  // The last step before the connection: the SDK has resolved credentials and signed by then.
  command.middlewareStack.add(
    (next) => (args) => {
      beforeWrite();
      return next(args);
    },
    { step: 'deserialize', priority: 'low', name: 'beforeWrite' },
  );
  const answer = await door.mutations.send(command, withinTime(door));
  const { requestId, httpStatusCode } = answer.$metadata;
  return { job: answer.job && toJob(answer.job), requestID: requestId, status: httpStatusCode };
}
