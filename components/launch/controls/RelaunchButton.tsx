'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { RelaunchSelection } from '@/lib/contract/failback-launch-actions';
import { changeSelection } from '@/components/fleet/selection';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { ErrorState } from '@/components/ui/ErrorState';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { relaunchSelectionMutation } from '@/lib/queries/failback-launches';
import { problemOf } from '@/lib/queries/fetch-json';
import { keepTags } from '../review/kept-tags';

/** Selects the servers that did not come home and opens a review of them. It launches nothing. */
export function RelaunchButton({ launchID }: { launchID: string }) {
  const router = useRouter();
  const ask = useMutation(relaunchSelectionMutation());
  const review = ({ target, recoveryInstanceIDs, tags }: RelaunchSelection) => {
    changeSelection(() => new Map(recoveryInstanceIDs.map((id) => [id, target])));
    keepTags(tags);
    router.push(paths.review);
  };
  return (
    <>
      <Button
        disabledReason={ask.isPending ? 'The servers are being looked up.' : undefined}
        onClick={() => ask.mutate(launchID)}
      >
        Launch the failed ones again
      </Button>
      {(ask.data || ask.error) && (
        <Dialog title="Launch the failed ones again" onClose={() => ask.reset()}>
          {ask.error && <ErrorState problem={problemOf(ask.error)} />}
          {ask.data && <Answer answer={ask.data} onReview={review} />}
        </Dialog>
      )}
    </>
  );
}

function Answer({
  answer,
  onReview,
}: {
  answer: RelaunchSelection;
  onReview: (answer: RelaunchSelection) => void;
}) {
  const { recoveryInstanceIDs, leftOut } = answer;
  const count = recoveryInstanceIDs.length;
  return (
    <>
      <p className="text-base">
        {count === 0
          ? 'None of its servers can be selected for another launch now.'
          : `${formatCount(count, 'server')} of this launch did not come home. They become the selection, and the review shows which of them are ready.`}
      </p>
      {leftOut.length > 0 && (
        <>
          <p className="mt-3 mb-1 font-medium">{formatCount(leftOut.length, 'server')} left out</p>
          <ul tabIndex={0} aria-label="Left out" className="max-h-48 space-y-1 overflow-y-auto">
            {leftOut.map(({ recoveryInstanceID, reason }) => (
              <li key={recoveryInstanceID}>
                <code className="font-mono text-xs">{recoveryInstanceID}</code>{' '}
                <span className="text-muted">{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {count > 0 && (
        <div className="mt-4 flex justify-end">
          <Button variant="primary" onClick={() => onReview(answer)}>
            Review failback of {count}
          </Button>
        </div>
      )}
    </>
  );
}
