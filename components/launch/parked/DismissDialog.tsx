'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Batch } from '@/lib/contract/failback-launch';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { ErrorState } from '@/components/ui/ErrorState';
import { TextField } from '@/components/ui/TextField';
import { dismissMutation } from '@/lib/queries/failback-launches';
import { problemOf } from '@/lib/queries/fetch-json';
import { useDecision } from './use-decision';

/** Marks a batch in doubt as not needed, and keeps the reason. */
export function DismissDialog({
  launchID,
  batch,
  onClose,
}: {
  launchID: string;
  batch: Batch;
  onClose: () => void;
}) {
  const [note, setNote] = useState('');
  const dismiss = useMutation({
    ...dismissMutation(launchID, batch),
    ...useDecision(launchID, onClose),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!dismiss.isPending) dismiss.mutate(note);
  };
  return (
    <Dialog title={`Batch ${batch.number} is not needed`} onClose={onClose}>
      <p className="text-base">
        Nothing is sent. Its servers are free for another launch, and the record keeps that the
        outcome stayed unknown.
      </p>
      {dismiss.error && <ErrorState problem={problemOf(dismiss.error)} />}
      <form onSubmit={submit} className="mt-4 space-y-4">
        <TextField
          label="Why, for the record"
          maxLength={1_000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Leave it</Button>
          <Button
            type="submit"
            variant="primary"
            disabledReason={dismiss.isPending ? 'It is being recorded.' : undefined}
          >
            Mark as not needed
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
