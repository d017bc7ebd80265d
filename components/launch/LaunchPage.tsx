'use client';

import { useQuery } from '@tanstack/react-query';
import { Freshness } from '@/components/jobs/Freshness';
import { latestProblem } from '@/components/jobs/latest-problem';
import { OutcomeStatus } from '@/components/jobs/OutcomeStatus';
import { PageHeading } from '@/components/jobs/PageHeading';
import { TagPills } from '@/components/jobs/TagPills';
import { useTabTitle } from '@/components/jobs/use-tab-title';
import { Verdict } from '@/components/jobs/Verdict';
import { launchQuery } from '@/lib/queries/failback-launches';
import { launchInterval, secondsOf } from '@/lib/queries/intervals';
import { BatchSection } from './BatchSection';
import { LaunchFacts } from './LaunchFacts';
import { LaunchWithoutAnswer } from './LaunchWithoutAnswer';
import { judgeLaunch, launchSentence, tallyLaunch } from './launch-verdict';
import { ParkedNotice } from './ParkedNotice';

/** One launch over all its batches: the verdict, any doubt, and each batch with its job. */
export function LaunchPage({ launchID }: { launchID: string }) {
  const query = useQuery(launchQuery(launchID));
  const { data: launch, error, dataUpdatedAt } = query;
  const sentence = launch && launchSentence(tallyLaunch(launch));
  useTabTitle(sentence && `${sentence.slice(0, -1)} · ${launchID}`);
  if (!launch || !sentence) return <LaunchWithoutAnswer launchID={launchID} query={query} />;

  return (
    <>
      <PageHeading
        id={launchID}
        what="launch id"
        aside={
          <Freshness
            answer={{
              asOf: new Date(dataUpdatedAt).toISOString(),
              intervalSeconds: secondsOf(launchInterval(launch)),
            }}
            problem={latestProblem({ error })}
          />
        }
      >
        <OutcomeStatus outcome={judgeLaunch(launch)} />
        <TagPills tags={launch.tags} />
      </PageHeading>
      <section aria-label="Verdict" className="mb-3.5 rounded-xl border border-line bg-surface">
        <Verdict sentence={sentence} />
        <LaunchFacts launch={launch} />
      </section>
      {launch.batches.some(({ state }) => state === 'parked') && <ParkedNotice />}
      {launch.batches.map((batch) => (
        <BatchSection
          key={batch.number}
          target={launch.target}
          batch={batch}
          of={launch.batches.length}
        />
      ))}
    </>
  );
}
