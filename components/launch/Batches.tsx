import { useSearchParams } from 'next/navigation';
import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import { BatchSection } from './BatchSection';
import { BatchTable } from './queue/BatchTable';

/** The most batches that are all shown in full; with more, one is shown at a time. */
const MOST_IN_FULL = 3;

/** The batches of a launch: a table where there are several, and the details of each or of the chosen one. */
export function Batches({ launch }: { launch: FailbackLaunch }) {
  const { batches, target } = launch;
  const asked = Number(useSearchParams().get('batch'));
  const inFull =
    batches.length > MOST_IN_FULL ? batches.filter(({ number }) => number === asked) : batches;
  return (
    <>
      {batches.length > 1 && <BatchTable launch={launch} shown={asked} />}
      {inFull.map((batch) => (
        <div key={batch.number} id={`batch-${batch.number}`} className="scroll-mt-16">
          <BatchSection target={target} batch={batch} of={batches.length} />
        </div>
      ))}
    </>
  );
}
