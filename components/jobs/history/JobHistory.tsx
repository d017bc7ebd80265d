'use client';

import { useMemo } from 'react';
import { useTargets } from '@/components/shell/targets';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorState } from '@/components/ui/ErrorState';
import { Panel } from '@/components/ui/Panel';
import { formatCount } from '@/lib/format';
import { ListHeading } from '@/components/ui/ListHeading';
import { ListSkeleton } from '@/components/ui/ListSkeleton';
import { useAddress } from '@/components/ui/use-address';
import { ALL_JOBS, FILTER_PARAMETERS, filterJobs } from './filter';
import { JobFilterBar } from './JobFilterBar';
import { JobTable } from './JobTable';
import type { HistoryJob } from './merge';
import { Readings } from './Readings';
import { useHistory } from './use-history';

/** Every DRS job of every target, newest first, whoever started it. */
export function JobHistory() {
  const isOne = useTargets().length === 1;
  const { jobs, readings } = useHistory();
  const unread = readings.filter(({ answer }) => !answer);
  const isAnyThere = unread.length < readings.length;
  return (
    <>
      <ListHeading title="Job history" aside={<Readings readings={readings} />}>
        {isOne
          ? 'All DRS jobs of this account and Region, started here or elsewhere.'
          : 'All DRS jobs of all targets, started here or elsewhere.'}
      </ListHeading>
      {isAnyThere && (
        <Jobs jobs={jobs} isRead={readings.some(({ answer }) => answer && answer.asOf !== null)} />
      )}
      {!isAnyThere && unread.every(({ problem }) => problem) && (
        <Panel title="Jobs">
          {unread.map(
            ({ target, problem, retry }) =>
              problem && <ErrorState key={target} problem={problem} onRetry={retry} />,
          )}
        </Panel>
      )}
      {!isAnyThere && !unread.every(({ problem }) => problem) && (
        <Panel title="Jobs">
          <ListSkeleton label="The jobs are being read" />
        </Panel>
      )}
    </>
  );
}

function Jobs({ jobs, isRead }: { jobs: HistoryJob[]; isRead: boolean }) {
  const [filter, setFilter] = useAddress(FILTER_PARAMETERS);
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
      {shown.length > 0 && <JobTable jobs={shown} />}
    </Panel>
  );
}
