'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Batch } from '@/lib/contract/failback-launch';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { ErrorState } from '@/components/ui/ErrorState';
import { TextField } from '@/components/ui/TextField';
import { formatCount } from '@/lib/format';
import { resendMutation } from '@/lib/queries/failback-launches';
import { problemOf } from '@/lib/queries/fetch-json';
import { useDecision } from './use-decision';

/** The second confirmation: machines may reboot twice, so the count is typed once more. */
export function ResendDialog({
  launchID,
  batch,
  onClose,
}: {
  launchID: string;
  batch: Batch;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const resend = useMutation({
    ...resendMutation(launchID, batch),
    ...useDecision(launchID, onClose),
  });
  const count = batch.recoveryInstanceIDs.length;
  const isTyped = typed.trim() === String(count);
  const whyNot = resend.isPending
    ? 'It is being sent.'
    : isTyped
      ? undefined
      : `Type ${count} to send again.`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!whyNot) resend.mutate();
  };
  return (
    <Dialog title={`Send batch ${batch.number} again`} onClose={onClose}>
      <p className="text-base">
        {formatCount(count, 'server')} will be launched by a new call. If the first call has reached
        DRS after all, {count === 1 ? 'this machine is' : 'these machines are'}{' '}
        <strong>rebooted a second time</strong>.
      </p>
      {resend.error && <ErrorState problem={problemOf(resend.error)} />}
      <form onSubmit={submit} className="mt-4 flex flex-wrap items-end justify-end gap-2">
        <TextField
          label={`Type ${count} to send again`}
          inputMode="numeric"
          className="mr-auto w-44"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button onClick={onClose}>Leave it</Button>
        <Button type="submit" variant="danger" disabledReason={whyNot}>
          {resend.isPending ? 'Sending…' : 'Send again'}
        </Button>
      </form>
    </Dialog>
  );
}
