/** What a call changed in DRS. */
export interface Effect {
  operation: string;
  /** The job it started. */
  jobID?: string;
  /** The tags of that job. */
  tags?: Record<string, string>;
  recoveryInstanceIDs: string[];
  sourceServerIDs: string[];
}

export interface RecordedEffect extends Effect {
  time: string;
  accessKeyID: string;
  accountID: string;
  region: string;
  /** False when a fault kept the answer from the caller. */
  answered: boolean;
}

const READS = /^(Describe|Get|List)/;

/** Reads from an operation's name, input and result what it changed; undefined when it only reads. */
export function effectOf(
  operation: string,
  input: Record<string, unknown>,
  result: unknown,
): Effect | undefined {
  if (READS.test(operation)) return undefined;
  const { job } = (result ?? {}) as {
    job?: {
      jobID: string;
      tags?: Record<string, string>;
      participatingServers?: { recoveryInstanceID?: string; sourceServerID?: string }[];
    };
  };
  const servers = job?.participatingServers ?? [
    input as { recoveryInstanceID?: string; sourceServerID?: string },
  ];
  return {
    operation,
    ...(job ? { jobID: job.jobID, tags: { ...job.tags } } : {}),
    recoveryInstanceIDs: servers.flatMap(({ recoveryInstanceID }) => recoveryInstanceID ?? []),
    sourceServerIDs: servers.flatMap(({ sourceServerID }) => sourceServerID ?? []),
  };
}

/** How often each server was launched: by recovery instance, or by source server for a recovery. */
export function countLaunches(effects: readonly RecordedEffect[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of effects.flatMap(launchedServers)) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

/** The servers that one account launched more than once in one Region. */
export function repeatedLaunches(effects: readonly RecordedEffect[]) {
  const servers = new Map<
    string,
    { id: string; accountID: string; region: string; launches: number }
  >();
  for (const effect of effects) {
    const { accountID, region } = effect;
    for (const id of launchedServers(effect)) {
      const key = [accountID, region, id].join(' ');
      servers.set(key, { id, accountID, region, launches: (servers.get(key)?.launches ?? 0) + 1 });
    }
  }
  return [...servers.values()].filter(({ launches }) => launches > 1);
}

function launchedServers({ operation, recoveryInstanceIDs, sourceServerIDs }: Effect): string[] {
  if (operation === 'StartFailbackLaunch') return recoveryInstanceIDs;
  return operation === 'StartRecovery' ? sourceServerIDs : [];
}
