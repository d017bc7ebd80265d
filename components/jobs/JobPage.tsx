'use client';

import { useQuery } from '@tanstack/react-query';
import { useTargetName } from '@/components/shell/targets';
import type { JobAnswer } from '@/lib/contract/job';
import { parseInstant } from '@/lib/format';
import { jobQuery } from '@/lib/queries/jobs';
import { Crossing } from './crossing/Crossing';
import { Freshness } from './Freshness';
import { JobFacts } from './JobFacts';
import { JobWithoutAnswer } from './JobWithoutAnswer';
import { arrivalWord } from './job-words';
import { latestProblem } from './latest-problem';
import { JobLog } from './log/JobLog';
import { OutcomeStatus } from './OutcomeStatus';
import { PageHeading } from './PageHeading';
import { ServersPanel } from './servers/ServersPanel';
import { TagPills } from './TagPills';
import { tallyServers, tallyTitle } from './tally';
import { useTabTitle } from './use-tab-title';
import { Verdict } from './Verdict';

/** One DRS job, followed to its end: the verdict, the crossing, each server, and the log. */
export function JobPage({ jobID }: { jobID: string }) {
  const target = useTargetName();
  const query = useQuery(jobQuery(target, jobID));
  const { data } = query;
  useTabTitle(data && tabTitle(data));
  if (!data) return <JobWithoutAnswer jobID={jobID} query={query} />;

  const problem = latestProblem(query);
  const knownUntil = problem ? parseInstant(data.asOf ?? undefined)?.getTime() : undefined;
  return (
    <>
      <PageHeading id={jobID} what="job id" aside={<Freshness answer={data} problem={problem} />}>
        <OutcomeStatus outcome={data.outcome.outcome} />
        <TagPills tags={data.job.tags} />
      </PageHeading>
      <section aria-label="Verdict" className="mb-3.5 rounded-xl border border-line bg-surface">
        <Verdict sentence={data.outcome.sentence} />
        <JobFacts answer={data} />
      </section>
      <Crossing answer={data} knownUntil={knownUntil} />
      <ServersPanel answer={data} />
      <JobLog target={target} jobID={jobID} names={data.names} />
    </>
  );
}

function tabTitle({ job, outcome }: JobAnswer): string {
  return `${tallyTitle(tallyServers(outcome.servers), arrivalWord(job))} · ${job.jobID}`;
}
