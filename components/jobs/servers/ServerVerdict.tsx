import Link from 'next/link';
import type { ParticipatingServer, ServerOutcome } from '@/lib/contract/job';
import { Identifier } from '@/components/ui/Identifier';
import { Status } from '@/components/ui/Status';
import { paths } from '@/lib/paths';
import { SERVER_KINDS } from '../crossing/lane-words';
import { Fact, Facts } from '@/components/ui/Facts';
import { RemedyNote } from './RemedyNote';

/** The outcome of a server, its reason, and what to do about it. */
export function ServerVerdict({
  target,
  judged,
  server: { sourceServerID, recoveryInstanceID, launchStatus },
}: {
  target: string;
  judged: ServerOutcome;
  server: ParticipatingServer;
}) {
  return (
    <>
      <div className="space-y-2 px-4 pt-3 pb-2.5">
        <Status kind={SERVER_KINDS[judged.outcome]} className="text-base whitespace-normal!">
          {judged.sentence}
        </Status>
        {judged.rawError && <p className="break-words text-failed">{judged.rawError}</p>}
        {judged.remedy && <RemedyNote remedy={judged.remedy} />}
      </div>
      <Facts>
        <Fact name="Launch status in DRS">
          <code className="font-mono text-xs">{launchStatus ?? '–'}</code>
        </Fact>
        {sourceServerID && (
          <Fact name="Source server">
            <Identifier id={sourceServerID} what="source server id" />
          </Fact>
        )}
        {recoveryInstanceID && (
          <Fact name="Recovery instance">
            <Identifier id={recoveryInstanceID} what="recovery instance id" />{' '}
            <Link
              href={paths.recoveryInstance(target, recoveryInstanceID)}
              className="text-accent underline"
            >
              Show it
            </Link>
          </Fact>
        )}
      </Facts>
    </>
  );
}
