'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { JobLogItem } from '@/lib/contract/job';
import { ErrorState } from '@/components/ui/ErrorState';
import { Panel } from '@/components/ui/Panel';
import { Skeleton } from '@/components/ui/Skeleton';
import { problemOf } from '@/lib/queries/fetch-json';
import { jobLogQuery } from '@/lib/queries/jobs';
import { Freshness } from '@/components/ui/Freshness';
import { latestProblem } from '@/lib/queries/latest-problem';
import { logLines } from './lines';
import { LogDownloads } from './LogDownloads';
import { LogReader } from './LogReader';

const NOTHING: JobLogItem[] = [];

/** Everything DRS wrote about a job, with its states: being read, unreadable, empty, and there. */
export function JobLog({
  target,
  jobID,
  names,
  marked,
  onMark,
}: {
  target: string;
  jobID: string;
  names: Record<string, string>;
  /** The number of the line that the address leads to. */
  marked: number | undefined;
  onMark: (number: number) => void;
}) {
  const query = useQuery(jobLogQuery(target, jobID));
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
            {problem && <Freshness answer={data} problem={problem} />}
            <LogDownloads jobID={jobID} items={items} lines={lines} />
          </span>
        )
      }
    >
      {data && <LogReader lines={lines} marked={marked} onMark={onMark} />}
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
