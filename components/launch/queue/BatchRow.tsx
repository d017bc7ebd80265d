import Link from 'next/link';
import { JobLink } from '@/components/jobs/JobLink';
import type { Batch } from '@/lib/contract/failback-launch';
import { CardRow, Cell, NameCell } from '@/components/ui/CardTable';
import { Moment } from '@/components/ui/Moment';
import { BatchStatus } from '../BatchStatus';
import { standing } from './queue-words';

export const BATCH_COLUMNS = ['Batch', 'Servers', 'State', 'Progress', 'Job', 'Sent'];

/** One batch of the table, with a link to its details. */
export function BatchRow({
  target,
  batch,
  isShown,
}: {
  target: string;
  batch: Batch;
  isShown: boolean;
}) {
  return (
    <CardRow>
      <NameCell>
        <Link
          href={`?batch=${batch.number}#batch-${batch.number}`}
          aria-current={isShown || undefined}
          className="whitespace-nowrap text-accent underline aria-[current]:font-semibold"
        >
          Batch {batch.number}
        </Link>
      </NameCell>
      <Cell name="Servers">{batch.recoveryInstanceIDs.length}</Cell>
      <Cell name="State">
        <BatchStatus batch={batch} />
      </Cell>
      <Cell name="Progress">
        <p>{standing(batch)}</p>
        {batch.waiting?.notBefore && (
          <p className="text-xs text-muted">
            Tried again <Moment instant={batch.waiting.notBefore} />
          </p>
        )}
      </Cell>
      <Cell name="Job">{batch.jobID ? <JobLink target={target} jobID={batch.jobID} /> : '–'}</Cell>
      <Cell name="Sent">
        {batch.sentDateTime ? <Moment instant={batch.sentDateTime} /> : '–'}
        {batch.attempts > 1 && <p className="text-xs text-muted">{batch.attempts} attempts</p>}
      </Cell>
    </CardRow>
  );
}
