import { DescribeJobsCommand, StartFailbackLaunchCommand } from '@aws-sdk/client-drs';
import { drsClient, isReady, listInstances } from '../e2e/drs';

/** Starts so many jobs of one server each, past the console. Resolves to their ids. */
export async function startJobs(simulatorURL: string, count: number): Promise<string[]> {
  const client = drsClient(simulatorURL);
  const ready = (await listInstances(simulatorURL)).filter(isReady);
  const jobs: string[] = [];
  for (const { recoveryInstanceID = '' } of ready.slice(0, count)) {
    const launch = new StartFailbackLaunchCommand({ recoveryInstanceIDs: [recoveryInstanceID] });
    const { job } = await client.send(launch);
    jobs.push(job?.jobID ?? '');
  }
  if (jobs.length < count)
    throw new Error(`Only ${jobs.length} of ${count} jobs could be started.`);
  return jobs;
}

/** How many of these jobs have come to their end, as the simulator itself says. */
export async function countEnded(simulatorURL: string, jobIDs: string[]): Promise<number> {
  const question = new DescribeJobsCommand({ filters: { jobIDs }, maxResults: 1_000 });
  const { items = [] } = await drsClient(simulatorURL).send(question);
  return items.filter(({ status }) => status === 'COMPLETED').length;
}
