/** What DRS allows in one account and Region. https://docs.aws.amazon.com/general/latest/gr/drs.html */
export interface Quotas {
  /** L-B827C881 */
  serversPerJob: number;
  /** L-D88FAC3A */
  jobsAtOnce: number;
  /** L-05AFA8C6 */
  serversInAllJobs: number;
}

/** What is taken of the quotas, by whomever. */
export interface Usage {
  jobs: number;
  servers: number;
}

export interface PlannedBatch {
  number: number;
  recoveryInstanceIDs: string[];
}

/**
 * Divides a launch into batches, each of which is one call and one DRS job, in the given order.
 *
 * What fits into the free quotas at once goes in as few jobs as it takes: it ends with its slowest server however
 * it is divided. Otherwise there is a queue, and a job keeps its place until its slowest server has ended. The
 * smallest jobs that can still fill the quota of servers waste the least of it then: 25 servers in each of 20
 * jobs. bench/makespan.ts measures this against one job at a time.
 */
export function planBatches(
  recoveryInstanceIDs: readonly string[],
  quotas: Quotas,
  usage: Usage = { jobs: 0, servers: 0 },
): PlannedBatch[] {
  const size = batchSize(recoveryInstanceIDs.length, quotas, usage);
  const count = Math.ceil(recoveryInstanceIDs.length / size);
  // Parts of equal size, not full ones and a rest: the rest would hold a job for a few servers.
  const boundary = (part: number) => Math.round((part * recoveryInstanceIDs.length) / count);
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    recoveryInstanceIDs: recoveryInstanceIDs.slice(boundary(index), boundary(index + 1)),
  }));
}

function batchSize(servers: number, quotas: Quotas, usage: Usage): number {
  const jobs = Math.ceil(servers / quotas.serversPerJob);
  const fits =
    usage.jobs + jobs <= quotas.jobsAtOnce && usage.servers + servers <= quotas.serversInAllJobs;
  if (fits) return quotas.serversPerJob;
  const filling = Math.ceil(quotas.serversInAllJobs / quotas.jobsAtOnce);
  return Math.min(filling, quotas.serversPerJob, quotas.serversInAllJobs);
}

/**
 * What keeps a batch of so many servers from being sent now; undefined when nothing does. One that is larger than
 * the quotas are now is divided at its turn, so it needs no more room than its first part.
 */
export function obstacle(
  servers: number,
  quotas: Quotas,
  usage: Usage,
): 'jobs' | 'servers' | undefined {
  if (usage.jobs >= quotas.jobsAtOnce) return 'jobs';
  const { serversPerJob, serversInAllJobs } = quotas;
  const going = Math.min(servers, serversPerJob, serversInAllJobs);
  return usage.servers + going > serversInAllJobs ? 'servers' : undefined;
}

/**
 * The batches at the head of a queue that may be sent now. They go strictly in their order: a large one is not
 * overtaken by small ones for ever.
 */
export function admissible<Waiting extends { servers: number }>(
  queue: readonly Waiting[],
  quotas: Quotas,
  usage: Usage,
): Waiting[] {
  const admitted: Waiting[] = [];
  let taken = usage;
  for (const batch of queue) {
    if (obstacle(batch.servers, quotas, taken)) break;
    admitted.push(batch);
    taken = { jobs: taken.jobs + 1, servers: taken.servers + batch.servers };
  }
  return admitted;
}
