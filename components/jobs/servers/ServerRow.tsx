import Link from 'next/link';
import { memo } from 'react';
import type { JobAnswer, ParticipatingServer, ServerOutcome } from '@/lib/contract/job';
import { Status } from '@/components/ui/Status';
import { paths } from '@/lib/paths';
import { CardRow, Cell, NameCell } from '@/components/ui/CardTable';
import { SERVER_KINDS } from '../crossing/lane-words';
import { ServerLink } from '../ServerLink';
import { actionLine, actionRuns } from './launch-actions';
import { RemedyNote } from './RemedyNote';

/** One server: Homeward's verdict, the launch status as DRS writes it, and the reason where there is one. */
export const ServerRow = memo(function ServerRow({
  job,
  name,
  judged,
  server,
  hasActions,
  onOpen,
}: {
  job: Pick<JobAnswer, 'target' | 'job'>;
  name: string;
  judged: ServerOutcome;
  server: ParticipatingServer;
  hasActions: boolean;
  onOpen: ((key: string) => void) | undefined;
}) {
  return (
    <CardRow>
      <NameCell>
        <ServerLink answer={job} server={judged} onOpen={onOpen}>
          {name}
        </ServerLink>
        <ServerIDs target={job.target} name={name} server={judged} />
      </NameCell>
      <Cell name="Outcome">
        <Status kind={SERVER_KINDS[judged.outcome]} className="whitespace-normal!">
          {judged.sentence}
        </Status>
      </Cell>
      <Cell name="Launch status">
        <code className="font-mono text-xs">{server.launchStatus ?? '–'}</code>
      </Cell>
      <Cell name="Reason">
        {judged.rawError ? (
          <span className="break-words text-failed">{judged.rawError}</span>
        ) : (
          <span className="text-muted">–</span>
        )}
        {judged.remedy && <RemedyNote remedy={judged.remedy} />}
      </Cell>
      {hasActions && (
        <Cell name="Launch actions">
          <LaunchActions server={server} />
        </Cell>
      )}
    </CardRow>
  );
});

function ServerIDs({
  target,
  name,
  server: { sourceServerID, recoveryInstanceID },
}: {
  target: string;
  name: string;
  server: ServerOutcome;
}) {
  return (
    <span className="flex flex-wrap gap-x-2 font-mono text-xs font-normal text-muted">
      {sourceServerID && sourceServerID !== name && <span>{sourceServerID}</span>}
      {recoveryInstanceID && (
        <Link
          href={paths.recoveryInstance(target, recoveryInstanceID)}
          className="text-accent underline"
        >
          {recoveryInstanceID}
        </Link>
      )}
    </span>
  );
}

function LaunchActions({ server }: { server: ParticipatingServer }) {
  const runs = actionRuns(server);
  if (runs.length === 0) return <span className="text-muted">–</span>;
  return (
    <ul>
      {runs.map((run) => {
        const line = actionLine(run);
        return (
          <li key={run.runId ?? line} className={run.status === 'FAILED' ? 'text-failed' : ''}>
            {line}
          </li>
        );
      })}
    </ul>
  );
}
