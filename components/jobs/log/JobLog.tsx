'use client';

import { useMemo } from 'react';
import type { JobLogItem, JobOutcome } from '@/lib/contract/job';
import { ErrorState } from '@/components/ui/ErrorState';
import { Panel } from '@/components/ui/Panel';
import { Skeleton } from '@/components/ui/Skeleton';
import { problemOf } from '@/lib/queries/fetch-json';
import { jobInterval } from '@/lib/queries/intervals';
import { Freshness } from '../Freshness';
import { latestProblem } from '../latest-problem';
import { logLines } from './lines';
import { LogDownloads } from './LogDownloads';
import { LogReader } from './LogReader';
import { useJobLog } from './use-job-log';

const NOTHING: JobLogItem[] = [];

/** Everything DRS wrote about a job, with its states: being read, unreadable, empty, and there. */
export function JobLog({
  target,
  jobID,
  outcome,
  names,
}: {
  target: string;
  jobID: string;
  outcome: JobOutcome;
  names: Record<string, string>;
}) {
  const query = useJobLog(target, jobID, outcome);
  const { data, error, refetch } = query;
  const items = data?.items ?? NOTHING;
  const lines = useMemo(() => logLines(items, names), [items, names]);
  const problem = latestProblem(query);
  return (
    <Panel
      title="Job log"
      aside={
        data && (
          <span className="flex flex-wrap items-center justify-end gap-x-3">
            {problem && (
              <Freshness asOf={data.asOf} interval={jobInterval(outcome)} problem={problem} />
            )}
            <LogDownloads jobID={jobID} items={items} lines={lines} />
          </span>
        )
      }
    >
      {data && <LogReader lines={lines} />}
      {!data && error && <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && (
        <output aria-label="The log is being read" className="block space-y-2 p-4">
          <Skeleton className="h-3 w-8/12" />
          <Skeleton className="h-3 w-6/12" />
          <Skeleton className="h-3 w-7/12" />
        </output>
      )}
    </Panel>
  );
}
