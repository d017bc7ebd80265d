'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { PageWithoutAnswer } from '@/components/shell/PageWithoutAnswer';
import { useTargetName } from '@/components/shell/targets';
import { paths } from '@/lib/paths';
import type { JobAnswer } from '@/lib/contract/job';
import { parseInstant } from '@/lib/format';
import { jobQuery } from '@/lib/queries/jobs';
import { arrivalIsOpen } from './arrival-is-open';
import { Crossing } from './crossing/Crossing';
import { Freshness } from '@/components/ui/Freshness';
import { JobFacts } from './JobFacts';
import { arrivalWord } from './job-words';
import { latestProblem } from '@/lib/queries/latest-problem';
import { LogNotRead } from './LogNotRead';
import { JobLog } from './log/JobLog';
import { useMarkedLine } from './log/use-marked-line';
import { NetworksPanel } from './NetworksPanel';
import { OutcomeStatus } from './OutcomeStatus';
import { PaceNotes } from './usual-duration/PaceNotes';
import { PageHeading } from '@/components/ui/PageHeading';
import { ServerDrawer } from './servers/ServerDrawer';
import { ServersPanel } from './servers/ServersPanel';
import { EndNoticeButton } from './tab-notification/EndNoticeButton';
import { tabIcon } from './tab-notification/tab-icon';
import { useTabIcon } from './tab-notification/use-tab-icon';
import { useTabTitle } from '@/components/ui/use-tab-title';
import { TagPills } from './TagPills';
import { tallyServers } from '@/lib/outcome/tally';
import { tallyTitle } from './tally-title';
import { useOpenServer } from './use-open-server';
import { Verdict } from './Verdict';

/** One DRS job, followed to its end: the verdict, the crossing, the log, and each server. */
export function JobPage({ jobID }: { jobID: string }) {
  const target = useTargetName();
  const query = useQuery(jobQuery(target, jobID));
  const { data } = query;
  const { openKey, open, close } = useOpenServer();
  const [marked, mark] = useMarkedLine();
  useTabTitle(data && tabTitle(data));
  useTabIcon(data && tabIcon(data.outcome.outcome));
  const openLine = useCallback(
    (number: number) => {
      close();
      mark(number);
    },
    [close, mark],
  );
  if (!data) {
    const list = { href: paths.jobs, label: 'Show all jobs' };
    return <PageWithoutAnswer id={jobID} noun="job" list={list} query={query} />;
  }

  const { outcome, names } = data;
  const problem = latestProblem(query);
  const knownUntil = problem ? parseInstant(data.asOf ?? undefined)?.getTime() : undefined;
  return (
    <>
      <PageHeading id={jobID} what="job id" aside={<Freshness answer={data} problem={problem} />}>
        <OutcomeStatus outcome={outcome.outcome} isLogRead={outcome.isLogRead} />
        <TagPills tags={data.job.tags} />
        <EndNoticeButton jobID={jobID} isOver={isJudged(data)} sentence={outcome.sentence} />
      </PageHeading>
      <section aria-label="Verdict" className="mb-3.5 rounded-xl border border-line bg-surface">
        <Verdict sentence={outcome.sentence} />
        <LogNotRead outcome={outcome} problem={data.logProblem} />
        <PaceNotes answer={data} onOpenServer={open} />
        <JobFacts answer={data} />
      </section>
      <Crossing answer={data} knownUntil={knownUntil} onOpenServer={open} />
      <JobLog target={target} jobID={jobID} names={names} marked={marked} onMark={mark} />
      <ServersPanel answer={data} onOpenServer={open} />
      <NetworksPanel networks={outcome.networks} />
      {openKey !== null && (
        <ServerDrawer
          key={openKey}
          answer={data}
          openKey={openKey}
          onClose={close}
          onOpenLine={openLine}
        />
      )}
    </>
  );
}

/** Whether the job is over, and its log has been read as far as it can be. */
function isJudged({ outcome, logProblem }: JobAnswer): boolean {
  return outcome.outcome !== 'running' && (!arrivalIsOpen(outcome) || logProblem !== null);
}

function tabTitle({ job, outcome }: JobAnswer): string {
  return `${tallyTitle(tallyServers(outcome.servers), arrivalWord(job))} · ${job.jobID}`;
}
