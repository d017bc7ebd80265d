import type { JobOutcome } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import { arrivalIsOpen } from './arrival-is-open';

/** Why a job that has ended is not called a success yet, and what to do. */
export function LogNotRead({
  outcome,
  problem = null,
}: {
  outcome: JobOutcome;
  /** Why the log could not be read; null while it is being read. */
  problem?: Problem | null;
}) {
  if (!arrivalIsOpen(outcome)) return null;
  return (
    <p role="note" className="px-4 pb-2 text-sm text-caution">
      Which servers have arrived is decided by the log of the job, which has not been read to its
      end. {problem ? `${problem.title}: ${problem.detail}` : 'It is being read.'}{' '}
      {problem?.code === 'drs-access-denied' && (
        <>
          Reading it needs the permission{' '}
          <code className="font-mono text-xs">drs:DescribeJobLogItems</code>.
        </>
      )}
    </p>
  );
}
