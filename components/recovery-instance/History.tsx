import { useQuery } from '@tanstack/react-query';
import { CardTable } from '@/components/ui/CardTable';
import { Freshness } from '@/components/ui/Freshness';
import { latestProblem } from '@/lib/queries/latest-problem';
import { ListSkeleton } from '@/components/ui/ListSkeleton';
import { ErrorState } from '@/components/ui/ErrorState';
import { Panel } from '@/components/ui/Panel';
import type { RecoveryInstanceHistory } from '@/lib/contract/recovery-instance-history';
import { problemOf } from '@/lib/queries/fetch-json';
import { recoveryInstanceHistoryQuery } from '@/lib/queries/recovery-instance';
import { historyEntries } from './history-entries';
import { HISTORY_COLUMNS, JobEntry, LaunchEntry } from './HistoryRow';

/** What has been done with this server: launches from this console, and jobs of DRS whoever started them. */
export function History({
  target,
  recoveryInstanceID,
}: {
  target: string;
  recoveryInstanceID: string;
}) {
  const query = useQuery(recoveryInstanceHistoryQuery(target, recoveryInstanceID));
  const { data, error, refetch } = query;
  return (
    <Panel
      title="Launches and jobs"
      aside={data && <Freshness answer={data} problem={latestProblem(query)} />}
    >
      {data?.launchesProblem && <ErrorState problem={data.launchesProblem} />}
      {data && <Entries target={target} history={data} />}
      {!data && error && <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton label="The launches and jobs are being read" />}
    </Panel>
  );
}

function Entries({ target, history }: { target: string; history: RecoveryInstanceHistory }) {
  const entries = historyEntries(history);
  if (entries.length === 0) {
    return <p className="p-4 text-muted">This server has taken part in no job that DRS lists.</p>;
  }
  return (
    <CardTable caption="Launches and jobs of this server, newest first" columns={HISTORY_COLUMNS}>
      {entries.map((entry) =>
        entry.kind === 'job' ? (
          <JobEntry key={entry.job.jobID} target={target} entry={entry} />
        ) : (
          <LaunchEntry key={`${entry.launch.launchID} ${entry.launch.batch}`} entry={entry} />
        ),
      )}
    </CardTable>
  );
}
