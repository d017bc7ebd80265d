'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTargetName } from '@/components/shell/targets';
import type { JudgedJob } from '@/lib/contract/job';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorState } from '@/components/ui/ErrorState';
import { Panel } from '@/components/ui/Panel';
import { formatCount } from '@/lib/format';
import { problemOf } from '@/lib/queries/fetch-json';
import { jobsQuery } from '@/lib/queries/jobs';
import { CardTable } from '../CardTable';
import { Freshness } from '../Freshness';
import { latestProblem } from '../latest-problem';
import { ListHeading } from '../ListHeading';
import { ListSkeleton } from '../ListSkeleton';
import { ALL_JOBS, filterJobs } from './filter';
import { JobFilterBar } from './JobFilterBar';
import { JOB_COLUMNS, JobRow } from './JobRow';

/** Every DRS job of the target, newest first, whoever started it. */
export function JobHistory() {
  const target = useTargetName();
  const query = useQuery(jobsQuery(target));
  const { data, error, refetch } = query;
  return (
    <>
      <ListHeading
        title="Job history"
        aside={data && <Freshness answer={data} problem={latestProblem(query)} />}
      >
        All DRS jobs of this account and Region, started here or elsewhere.
      </ListHeading>
      {data && <Jobs target={target} jobs={data.jobs} isRead={data.asOf !== null} />}
      {!data && (
        <Panel title="Jobs">
          {error ? (
            <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} />
          ) : (
            <ListSkeleton label="The jobs are being read" />
          )}
        </Panel>
      )}
    </>
  );
}

function Jobs({ target, jobs, isRead }: { target: string; jobs: JudgedJob[]; isRead: boolean }) {
  const [filter, setFilter] = useState(ALL_JOBS);
  const shown = useMemo(() => filterJobs(jobs, filter), [jobs, filter]);
  const count =
    shown.length === jobs.length
      ? formatCount(jobs.length, 'job')
      : `${shown.length} of ${formatCount(jobs.length, 'job')}`;
  return (
    <Panel title="Jobs" aside={<output className="text-xs text-muted">{count}</output>}>
      {jobs.length > 0 && <JobFilterBar jobs={jobs} filter={filter} onChange={setFilter} />}
      {jobs.length === 0 && isRead && (
        <EmptyState title="DRS has no jobs here">
          A job begins with a failback launch, a recovery, a drill or a termination.
        </EmptyState>
      )}
      {jobs.length === 0 && !isRead && <ListSkeleton label="DRS has not been read yet" />}
      {jobs.length > 0 && shown.length === 0 && (
        <EmptyState
          title="No job passes the filter"
          action={<Button onClick={() => setFilter(ALL_JOBS)}>Show all jobs</Button>}
        />
      )}
      {shown.length > 0 && (
        <CardTable caption="DRS jobs, newest first" columns={JOB_COLUMNS}>
          {shown.map((job) => (
            <JobRow key={job.jobID} target={target} job={job} />
          ))}
        </CardTable>
      )}
    </Panel>
  );
}
