'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import { CardTable } from '@/components/ui/CardTable';
import { Readings } from '@/components/jobs/history/Readings';
import { latestProblem } from '@/lib/queries/latest-problem';
import { ListHeading } from '@/components/ui/ListHeading';
import { ListSkeleton } from '@/components/ui/ListSkeleton';
import { Button, buttonClassName } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorState } from '@/components/ui/ErrorState';
import { Panel } from '@/components/ui/Panel';
import { useAddress } from '@/components/ui/use-address';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { launchesQuery } from '@/lib/queries/failback-launches';
import { problemOf } from '@/lib/queries/fetch-json';
import { StoreBanner } from '../StoreBanner';
import { ALL_LAUNCHES, FILTER_PARAMETERS, isNarrowed, parseFilter, toQuery } from './launch-filter';
import { LaunchFilterBar } from './LaunchFilterBar';
import { LAUNCH_COLUMNS, LaunchRow } from './LaunchRow';
import { readingsOf } from './readings-of';

/** Every launch made from this console, newest first. */
export function LaunchList() {
  const [parameters, setFilter] = useAddress(FILTER_PARAMETERS);
  const filter = parseFilter(parameters);
  const { data, error, refetch, dataUpdatedAt, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(launchesQuery(toQuery(filter)));
  const launches = data?.pages.flatMap((page) => page.launches);
  return (
    <>
      <StoreBanner />
      <ListHeading
        title="Failback launches"
        aside={
          data && (
            <Readings
              readings={readingsOf(data.pages, dataUpdatedAt).map((answer) => ({
                target: answer.target,
                answer,
                problem: latestProblem({ error, data: answer }),
              }))}
            />
          )
        }
      >
        The launches from this console and their outcomes.
      </ListHeading>
      <Panel
        title="Launches"
        aside={
          launches && (
            <output className="text-xs text-muted">
              {formatCount(launches.length, 'launch', 'launches')}
              {hasNextPage && ' so far'}
            </output>
          )
        }
      >
        <LaunchFilterBar filter={filter} onChange={setFilter} />
        {launches && (
          <Launches
            launches={launches}
            isNarrowed={isNarrowed(filter)}
            onShowAll={() => setFilter(ALL_LAUNCHES)}
          />
        )}
        {hasNextPage && (
          <p className="border-t border-line p-3 text-center">
            <Button
              disabledReason={isFetchingNextPage ? 'Older launches are being read.' : undefined}
              onClick={() => void fetchNextPage()}
            >
              Show older launches
            </Button>
          </p>
        )}
        {!data && error && <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} />}
        {!data && !error && <ListSkeleton label="The launches are being read" />}
      </Panel>
    </>
  );
}

function Launches({
  launches,
  isNarrowed: narrowed,
  onShowAll,
}: {
  launches: FailbackLaunch[];
  isNarrowed: boolean;
  onShowAll: () => void;
}) {
  if (launches.length > 0) {
    return (
      <CardTable caption="Failback launches, newest first" columns={LAUNCH_COLUMNS}>
        {launches.map((launch) => (
          <LaunchRow key={launch.launchID} launch={launch} />
        ))}
      </CardTable>
    );
  }
  return narrowed ? (
    <EmptyState
      title="No launch passes the filter"
      action={<Button onClick={onShowAll}>Show all launches</Button>}
    />
  ) : (
    <NothingLaunched />
  );
}

function NothingLaunched() {
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
