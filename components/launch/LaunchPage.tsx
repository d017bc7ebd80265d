'use client';

import { useQuery } from '@tanstack/react-query';
import { paths } from '@/lib/paths';
import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import { PageWithoutAnswer } from '@/components/shell/PageWithoutAnswer';
import { Freshness } from '@/components/ui/Freshness';
import { latestProblem } from '@/lib/queries/latest-problem';
import { PageHeading } from '@/components/ui/PageHeading';
import { TagPills } from '@/components/jobs/TagPills';
import { useTabTitle } from '@/components/ui/use-tab-title';
import { Verdict } from '@/components/jobs/Verdict';
import { launchQuery } from '@/lib/queries/failback-launches';
import { launchInterval, secondsOf } from '@/lib/queries/intervals';
import { Batches } from './Batches';
import { LaunchControls } from './controls/LaunchControls';
import { LaunchFacts } from './LaunchFacts';
import { LaunchStatus } from './LaunchStatus';
import { LaunchRecord } from './history/LaunchRecord';
import { ParkedBatch } from './parked/ParkedBatch';
import { StoreBanner } from './StoreBanner';

/** One launch with all its batches: the verdict, what is in doubt, the queue, each job, and the record. */
export function LaunchPage({ launchID }: { launchID: string }) {
  const query = useQuery(launchQuery(launchID));
  const { data: launch, error, dataUpdatedAt } = query;
  const sentence = launch?.outcome.sentence;
  useTabTitle(sentence && `${sentence.slice(0, -1)} · ${launchID}`);
  if (!launch || !sentence) {
    const list = { href: paths.launches, label: 'Show all launches' };
    return <PageWithoutAnswer id={launchID} noun="launch" list={list} query={query} />;
  }

  return (
    <>
      <StoreBanner />
      <PageHeading
        id={launchID}
        what="launch id"
        aside={
          <Freshness
            answer={readingOf(launch, dataUpdatedAt)}
            problem={latestProblem({ error, data: launch.reading ?? undefined })}
          />
        }
      >
        <LaunchStatus launch={launch} />
        <TagPills tags={launch.tags} />
      </PageHeading>
      <section aria-label="Verdict" className="mb-3.5 rounded-xl border border-line bg-surface">
        <Verdict sentence={sentence} />
        <LaunchFacts launch={launch} />
        <LaunchControls launch={launch} />
      </section>
      {parkedOf(launch).map((batch) => (
        <ParkedBatch key={batch.number} launch={launch} batch={batch} />
      ))}
      <Batches launch={launch} />
      <LaunchRecord launch={launch} />
    </>
  );
}

/** How old the page is. Without facts from DRS it is as old as the answer of Homeward. */
function readingOf(launch: FailbackLaunch, answeredAt: number) {
  const interval = launchInterval(launch, new Date(answeredAt));
  const { reading } = launch;
  if (!reading) {
    return { asOf: new Date(answeredAt).toISOString(), intervalSeconds: secondsOf(interval) };
  }
  return interval === false ? { ...reading, intervalSeconds: null } : reading;
}

const parkedOf = ({ batches }: FailbackLaunch) => batches.filter(({ state }) => state === 'parked');
