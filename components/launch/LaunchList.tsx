'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import { CardTable } from '@/components/jobs/CardTable';
import { Freshness } from '@/components/jobs/Freshness';
import { latestProblem } from '@/components/jobs/latest-problem';
import { ListHeading } from '@/components/jobs/ListHeading';
import { ListSkeleton } from '@/components/jobs/ListSkeleton';
import { buttonClassName } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorState } from '@/components/ui/ErrorState';
import { Panel } from '@/components/ui/Panel';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { launchesQuery } from '@/lib/queries/failback-launches';
import { problemOf } from '@/lib/queries/fetch-json';
import { launchesInterval, secondsOf } from '@/lib/queries/intervals';
import { LAUNCH_COLUMNS, LaunchRow } from './LaunchRow';

/** Every launch made from this console, newest first. */
export function LaunchList() {
  const { data, error, refetch, dataUpdatedAt } = useQuery(launchesQuery());
  return (
    <>
      <ListHeading
        title="Failback launches"
        aside={
          data && (
            <Freshness
              answer={{
                asOf: new Date(dataUpdatedAt).toISOString(),
                intervalSeconds: secondsOf(launchesInterval(data)),
              }}
              problem={latestProblem({ error })}
            />
          )
        }
      >
        What was launched from this console, and what became of it.
      </ListHeading>
      <Panel
        title="Launches"
        aside={
          data && (
            <span className="text-xs text-muted">
              {formatCount(data.launches.length, 'launch', 'launches')}
            </span>
          )
        }
      >
        {data && <Launches launches={data.launches} />}
        {!data && error && <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} />}
        {!data && !error && <ListSkeleton label="The launches are being read" />}
      </Panel>
    </>
  );
}

function Launches({ launches }: { launches: FailbackLaunch[] }) {
  if (launches.length === 0) {
    return (
      <EmptyState
        title="Nothing has been launched from here yet"
        action={
          <Link href={paths.fleet} className={buttonClassName('primary')}>
            Go to the fleet
          </Link>
        }
      >
        Select servers in the fleet to launch their failback. Jobs started elsewhere are in the job
        history.
      </EmptyState>
    );
  }
  return (
    <CardTable caption="Failback launches, newest first" columns={LAUNCH_COLUMNS}>
      {launches.map((launch) => (
        <LaunchRow key={launch.launchID} launch={launch} />
      ))}
    </CardTable>
  );
}
