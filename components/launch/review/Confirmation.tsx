'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { clearSelection } from '@/components/fleet/selection';
import { Button, buttonClassName } from '@/components/ui/Button';
import { ErrorState } from '@/components/ui/ErrorState';
import { TextField } from '@/components/ui/TextField';
import Link from 'next/link';
import type { FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { startLaunchMutation } from '@/lib/queries/failback-launches';
import { problemOf } from '@/lib/queries/fetch-json';
import { forgetKey, keyFor } from './idempotency-key';

/** The button that reboots machines. It wants the count typed, and is pressed once. */
export function Confirmation({
  request,
  refused,
}: {
  request: FailbackLaunchRequest;
  refused: string | undefined;
}) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const launch = useMutation({
    ...startLaunchMutation(),
    onSuccess: ({ launchID }) => {
      forgetKey();
      router.push(paths.launch(launchID));
      clearSelection();
    },
    onError: (error) => {
      // Without an answer of the server the launch may have begun; the same key then finds it again.
      if (problemOf(error).status > 0 && problemOf(error).code !== 'unreadable-answer') forgetKey();
    },
  });
  const count = request.recoveryInstanceIDs.length;
  const isTyped = typed.trim() === String(count);
  const whyNot =
    count === 0
      ? 'No server can be launched.'
      : (refused ?? (isTyped ? undefined : `Type ${count} to confirm.`));
  const isBusy = launch.isPending || launch.isSuccess;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whyNot || isBusy) return;
    launch.mutate({ request, idempotencyKey: keyFor(request) });
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end justify-end gap-3 py-2">
      {launch.error && (
        <div className="w-full">
          <ErrorState problem={problemOf(launch.error)} />
        </div>
      )}
      <TextField
        label={`Type ${count} to confirm`}
        inputMode="numeric"
        className="w-40"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Link href={paths.fleet} className={buttonClassName('default')}>
        Back
      </Link>
      <Button
        type="submit"
        variant="primary"
        disabledReason={isBusy ? 'The launch is being sent.' : whyNot}
      >
        {isBusy ? 'Sending…' : `Fail back ${formatCount(count, 'server')}`}
      </Button>
    </form>
  );
}
