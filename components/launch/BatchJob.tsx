'use client';

import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@/lib/contract/failback-launch';
import { Crossing } from '@/components/jobs/crossing/Crossing';
import { latestProblem } from '@/lib/queries/latest-problem';
import { ListSkeleton } from '@/components/ui/ListSkeleton';
import { LogNotRead } from '@/components/jobs/LogNotRead';
import { ServersPanel } from '@/components/jobs/servers/ServersPanel';
import { ErrorState } from '@/components/ui/ErrorState';
import { Panel } from '@/components/ui/Panel';
import { parseInstant } from '@/lib/format';
import { problemOf } from '@/lib/queries/fetch-json';
import { jobQuery } from '@/lib/queries/jobs';

const NO_NAMES: Record<string, string> = {};

/**
 * The job of a batch, as its own page shows it. Until that answer is there, and when it cannot be had, the
 * launch's own copy of the job serves.
 */
export function BatchJob({
  target,
  jobID,
  batch: { job, outcome },
  suffix,
}: {
  target: string;
  jobID: string;
  batch: Pick<Batch, 'job' | 'outcome'>;
  suffix: string;
}) {
  const query = useQuery(jobQuery(target, jobID));
  const { data, error, refetch } = query;
  const answer = data ?? (job && outcome ? { target, job, outcome, names: NO_NAMES } : undefined);
  const asOf = parseInstant(data?.asOf ?? undefined)?.getTime();
  if (answer) {
    return (
      <>
        <LogNotRead outcome={answer.outcome} problem={data?.logProblem ?? null} />
        <Crossing
          title={`Crossing${suffix}`}
          answer={answer}
          knownUntil={latestProblem(query) ? asOf : undefined}
        />
        <ServersPanel title={`Servers${suffix}`} answer={answer} />
      </>
    );
  }
  return (
    <Panel title={`Crossing${suffix}`}>
      {error ? (
        <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} />
      ) : (
        <ListSkeleton label="The job is being read" />
      )}
    </Panel>
  );
}
