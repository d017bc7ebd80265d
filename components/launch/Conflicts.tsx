import { JobLink } from '@/components/jobs/JobLink';
import { Moment } from '@/components/ui/Moment';
import { initiatorWord } from '@/components/jobs/job-words';
import { groupBy } from '@/lib/outcome/group-by';
import type { Problem } from '@/lib/contract/problem';
import { LaunchLink } from './LaunchLink';
import { listNames } from './list-names';

type Conflict = NonNullable<Problem['conflicts']>[number];

/** The jobs that hold servers of a launch: which, whose, since when, and the way to watch each. */
export function Conflicts({
  target,
  conflicts,
  names,
}: {
  target: string;
  conflicts: readonly Conflict[];
  /** Hostnames by recovery instance id, where they are known. */
  names: ReadonlyMap<string, string>;
}) {
  const byJob = groupBy(conflicts, ({ jobID }) => jobID);
  return (
    <ul aria-label="Jobs in the way" className="space-y-2 px-4 py-3">
      {[...byJob].map(([jobID, held]) => (
        <li key={jobID}>
          <p>
            {listNames(held.map(({ recoveryInstanceID: id }) => names.get(id) ?? id))}{' '}
            {held.length === 1 ? 'is' : 'are'} in <JobLink target={target} jobID={jobID} />
          </p>
          <Whose conflict={held[0]} />
        </li>
      ))}
    </ul>
  );
}

function Whose({ conflict }: { conflict: Conflict | undefined }) {
  if (!conflict) return null;
  const { initiatedBy, creationDateTime, launchID, actor } = conflict;
  return (
    <p className="text-muted">
      {initiatorWord(initiatedBy)},{' '}
      {launchID ? `launched by ${actor ?? 'Homeward'} as ` : 'started outside this console'}
      {launchID && <LaunchLink launchID={launchID} />}
      {creationDateTime && (
        <>
          , <Moment instant={creationDateTime} />
        </>
      )}
    </p>
  );
}
