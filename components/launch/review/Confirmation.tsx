'use client';

import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import { Button, buttonClassName } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { type PlannedLaunch, countChosen, launchesOf } from './planned-launch';

/** The button that reboots machines. It works only after the count was typed, and once. */
export function Confirmation({
  plans,
  isSending,
  refused,
  onConfirm,
}: {
  plans: readonly PlannedLaunch[];
  isSending: boolean;
  refused: string | undefined;
  onConfirm: () => void;
}) {
  const [typed, setTyped] = useState({ text: '', for: '' });
  const count = countChosen(plans);
  const launches = launchesOf(plans).length;
  // When the servers or their readiness change, the decision is a new one, so the count must be typed again.
  const decision = plans.map(({ preview }) => preview.selectionHash).join(' ');
  const isTyped = typed.for === decision && typed.text.trim() === String(count);
  const whyNot = isSending ? 'The launch is being sent.' : whyNotYet(count, refused, isTyped);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whyNot) return;
    setTyped({ text: '', for: '' });
    onConfirm();
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end justify-end gap-3 py-2">
      {count > 0 && (
        <TextField
          label={`Type ${count} to confirm`}
          inputMode="numeric"
          className="w-40"
          value={typed.for === decision ? typed.text : ''}
          onChange={(event) => setTyped({ text: event.target.value, for: decision })}
        />
      )}
      <Link href={paths.fleet} className={buttonClassName('default')}>
        Back
      </Link>
      <Button type="submit" variant="primary" disabledReason={whyNot}>
        {isSending
          ? 'Sending…'
          : `Fail back ${formatCount(count, 'server')}${launches > 1 ? ` as ${launches} launches` : ''}`}
      </Button>
    </form>
  );
}

function whyNotYet(count: number, refused: string | undefined, isTyped: boolean) {
  if (count === 0) return 'No server can be launched.';
  return refused ?? (isTyped ? undefined : `Type ${count} to confirm.`);
}
