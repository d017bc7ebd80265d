'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import { Button } from '@/components/ui/Button';
import { ErrorState } from '@/components/ui/ErrorState';
import { formatCount } from '@/lib/format';
import { LAUNCHES_KEY, launchQuery, queueMutation } from '@/lib/queries/failback-launches';
import { problemOf } from '@/lib/queries/fetch-json';
import { tallyLaunch } from '@/lib/outcome/launch';
import { CancelDialog } from './CancelDialog';
import { RelaunchButton } from './RelaunchButton';

const DONE = {
  pause: 'Paused. Nothing more is sent until the launch is resumed.',
  resume: 'Resumed. Waiting batches are sent as their turn comes.',
  cancel: 'Cancelled. What was not sent will not be sent; jobs that were sent go on.',
} as const;

/** The actions on a launch: pause, resume or cancel its waiting batches, and launch failed servers again. */
export function LaunchControls({ launch }: { launch: FailbackLaunch }) {
  const { launchID, paused } = launch;
  const queries = useQueryClient();
  const [isCancelling, setCancelling] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  const queue = useMutation({
    ...queueMutation(launchID),
    onSuccess: (answer) => queries.setQueryData(launchQuery(launchID).queryKey, answer),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: LAUNCHES_KEY });
      // The pressed button may have disappeared, so the focus moves to the message.
      said.current?.focus();
    },
  });
  const { waiting, failed, refused, left, aside } = tallyLaunch(launch);
  const waits = formatCount(
    launch.batches.filter(({ state }) => state === 'planned').length,
    'batch',
    'batches',
  );
  const canRelaunch = failed + refused + left + aside > 0;
  const isBusy = queue.isPending ? 'This is being done.' : undefined;
  const act = (what: keyof typeof DONE) => {
    if (!queue.isPending) queue.mutate(what);
  };
  if (waiting === 0 && !canRelaunch && queue.isIdle) return null;
  return (
    <div className="px-4 pb-3.5">
      <div className="flex flex-wrap gap-2">
        {waiting > 0 && (
          <>
            {paused ? (
              <Button variant="primary" disabledReason={isBusy} onClick={() => act('resume')}>
                Resume
              </Button>
            ) : (
              <Button disabledReason={isBusy} onClick={() => act('pause')}>
                Pause
              </Button>
            )}
            <Button variant="danger" disabledReason={isBusy} onClick={() => setCancelling(true)}>
              Cancel waiting batches
            </Button>
          </>
        )}
        {canRelaunch && <RelaunchButton launchID={launchID} />}
      </div>
      <p ref={said} tabIndex={-1} role="status" className="mt-2 w-fit text-muted empty:hidden">
        {queue.isSuccess && DONE[queue.variables]}
      </p>
      {queue.error && <ErrorState problem={problemOf(queue.error)} />}
      {isCancelling && (
        <CancelDialog
          what={`${waits} with ${formatCount(waiting, 'server')}`}
          onClose={() => setCancelling(false)}
          onCancel={() => {
            setCancelling(false);
            act('cancel');
          }}
        />
      )}
    </div>
  );
}
