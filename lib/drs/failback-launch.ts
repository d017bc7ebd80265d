import { StartFailbackLaunchCommand } from '@aws-sdk/client-drs';
import type { Job } from '@/lib/contract/job';
import { type DrsDoor, withinTime } from './client';
import { toJob } from './jobs';

/**
 * Sends StartFailbackLaunch once. Each call reboots the machines it names and cannot be taken back.
 * Resolves to the job, or undefined when DRS answered 200 without one; rejects with what the SDK rejects with.
 * https://docs.aws.amazon.com/drs/latest/APIReference/API_StartFailbackLaunch.html
 */
export async function startFailbackLaunch(
  door: DrsDoor,
  recoveryInstanceIDs: string[],
  tags: Record<string, string>,
): Promise<Job | undefined> {
  const command = new StartFailbackLaunchCommand({ recoveryInstanceIDs, tags });
  const answer = await door.mutations.send(command, withinTime(door));
  return answer.job && toJob(answer.job);
}
