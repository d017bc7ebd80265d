import Link from 'next/link';
import { CardRow, Cell, NameCell } from '@/components/ui/CardTable';
import { SERVER_KINDS } from '@/components/jobs/crossing/lane-words';
import { initiatorWord, jobTypeWord } from '@/components/jobs/job-words';
import { Moment } from '@/components/ui/Moment';
import { BATCH_WORDS } from '@/components/launch/batch-words';
import { Status, type StatusKind } from '@/components/ui/Status';
import { BATCH_STATES } from '@/lib/contract/batch-states';
import type { PastJob, PastLaunch } from '@/lib/contract/recovery-instance-history';
import { paths } from '@/lib/paths';
import type { HistoryEntry } from './history-entries';

export const HISTORY_COLUMNS = ['What', 'Started', 'By', 'This server'];

/** A job the server took part in. */
export function JobEntry({
  target,
  entry: { job, launch },
}: {
  target: string;
  entry: Extract<HistoryEntry, { kind: 'job' }>;
}) {
  return (
    <CardRow>
      <NameCell>
        {jobTypeWord(job)}
        <Link
          href={paths.job(target, job.jobID)}
          className="block font-mono text-xs font-normal text-accent underline"
        >
          {job.jobID}
        </Link>
      </NameCell>
      <Cell name="Started">
        <Moment instant={job.creationDateTime} />
      </Cell>
      <Cell name="By">
        {launch ? <LaunchedBy launch={launch} /> : initiatorWord(job.initiatedBy)}
      </Cell>
      <Cell name="This server">
        <Status kind={kindOf(job)} className="whitespace-normal!">
          {job.server.sentence}
        </Status>
        {job.server.rawError && (
          <p className="text-xs wrap-anywhere text-muted">{job.server.rawError}</p>
        )}
      </Cell>
    </CardRow>
  );
}

/** A server is home by a failback alone; one that a recovery launched is in AWS. */
function kindOf({ initiatedBy, server: { outcome } }: PastJob): StatusKind {
  const isHome = initiatedBy === 'FAILBACK';
  return outcome === 'launched' && !isHome ? 'ready' : SERVER_KINDS[outcome];
}

/** A launch that came to no job that DRS lists: refused, not sent yet, or in doubt. */
export function LaunchEntry({
  entry: { launch },
}: {
  entry: Extract<HistoryEntry, { kind: 'launch' }>;
}) {
  const { kind, word } = BATCH_WORDS[launch.state];
  return (
    <CardRow>
      <NameCell>Failback launch</NameCell>
      <Cell name="Started">
        <Moment instant={launch.createdDateTime} />
      </Cell>
      <Cell name="By">
        <LaunchedBy launch={launch} />
      </Cell>
      <Cell name="This server">
        {/* With a job that DRS lists no more, its end is not known. */}
        <Status
          kind={BATCH_STATES[launch.state].hasJob ? 'unknown' : kind}
          className="whitespace-normal!"
        >
          {word}
        </Status>
        {launch.problem && (
          <p className="text-xs wrap-anywhere text-muted">{launch.problem.detail}</p>
        )}
      </Cell>
    </CardRow>
  );
}

function LaunchedBy({ launch }: { launch: PastLaunch }) {
  return (
    <>
      <bdi>{launch.actor}</bdi>
      <Link
        href={paths.launch(launch.launchID)}
        className="block font-mono text-xs text-accent underline"
      >
        {launch.launchID}
      </Link>
    </>
  );
}
