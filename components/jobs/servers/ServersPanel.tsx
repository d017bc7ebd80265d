import type { JobAnswer, ParticipatingServer, ServerOutcome } from '@/lib/contract/job';
import { EmptyState } from '@/components/ui/EmptyState';
import { Panel } from '@/components/ui/Panel';
import { formatCount } from '@/lib/format';
import { CardTable } from '../CardTable';
import { orderServers, serverName } from '../crossing/order';
import { RawJson } from '../RawJson';
import { serverKey } from '../server-key';
import { ServerRow } from './ServerRow';
import { actionRuns } from './launch-actions';

/** What DRS and Homeward say of each server of a job, failed first. */
export function ServersPanel({
  title = 'Servers',
  answer: { target, job, outcome, names },
}: {
  title?: string;
  answer: Pick<JobAnswer, 'target' | 'job' | 'outcome' | 'names'>;
}) {
  const byKey = new Map(job.participatingServers?.map((server) => [serverKey(server), server]));
  const rows = orderServers(outcome.servers, names).map(
    (judged): [ServerOutcome, ParticipatingServer] => [judged, byKey.get(serverKey(judged)) ?? {}],
  );
  const hasActions = rows.some(([, server]) => actionRuns(server).length > 0);
  const columns = ['Server', 'Outcome', 'Launch status', 'Reason'];
  return (
    <Panel
      title={title}
      aside={<span className="text-xs text-muted">{formatCount(rows.length, 'server')}</span>}
    >
      {rows.length === 0 ? (
        <EmptyState title="No servers take part">DRS names none in this job.</EmptyState>
      ) : (
        <CardTable
          caption="Servers of the job, failed first"
          columns={hasActions ? [...columns, 'Launch actions'] : columns}
        >
          {rows.map(([judged, server]) => (
            <ServerRow
              key={serverKey(judged)}
              target={target}
              name={serverName(judged, names)}
              judged={judged}
              server={server}
              hasActions={hasActions}
            />
          ))}
        </CardTable>
      )}
      <RawJson summary="The job as DRS describes it" value={job} />
    </Panel>
  );
}
