import { useMemo, useState } from 'react';
import type { JobAnswer, ParticipatingServer, ServerOutcome } from '@/lib/contract/job';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Panel } from '@/components/ui/Panel';
import { formatCount } from '@/lib/format';
import { CardTable } from '@/components/ui/CardTable';
import { foldLanes, foldWords } from '../crossing/fold';
import { orderServers, serverName } from '../crossing/order';
import { arrivalWord } from '../job-words';
import { RawJson } from '@/components/ui/RawJson';
import { serverKey } from '../server-key';
import { ServerRow } from './ServerRow';
import { actionRuns } from './launch-actions';

/** What DRS and Homeward say of each server of a job, failed first. */
export function ServersPanel({
  title = 'Servers',
  answer: { target, job, outcome, names },
  onOpenServer,
}: {
  title?: string;
  answer: Pick<JobAnswer, 'target' | 'job' | 'outcome' | 'names'>;
  /** Opens a server in place, where the page can; else its name leads to the page of the job. */
  onOpenServer?: (key: string) => void;
}) {
  const described = useMemo(() => ({ target, job }), [target, job]);
  const byKey = new Map(job.participatingServers?.map((server) => [serverKey(server), server]));
  const [isUnfolded, setUnfolded] = useState(false);
  const ordered = useMemo(() => orderServers(outcome.servers, names), [outcome.servers, names]);
  const folded = foldLanes(ordered);
  const more = foldWords(folded, arrivalWord(job));
  const rows = (isUnfolded ? ordered : folded.shown).map(
    (judged): [ServerOutcome, ParticipatingServer] => [judged, byKey.get(serverKey(judged)) ?? {}],
  );
  const hasActions = rows.some(([, server]) => actionRuns(server).length > 0);
  const columns = ['Server', 'Outcome', 'Launch status', 'Reason'];
  return (
    <Panel
      title={title}
      aside={<span className="text-xs text-muted">{formatCount(ordered.length, 'server')}</span>}
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
              job={described}
              name={serverName(judged, names)}
              judged={judged}
              server={server}
              hasActions={hasActions}
              onOpen={onOpenServer}
            />
          ))}
        </CardTable>
      )}
      {more && (
        <Button
          variant="quiet"
          className="mx-1 my-1"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isUnfolded ? 'Show fewer' : more}
        </Button>
      )}
      <RawJson summary="The job as DRS describes it" value={job} />
    </Panel>
  );
}
