'use client';

import { useState } from 'react';
import type { Batch, FailbackLaunch } from '@/lib/contract/failback-launch';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/icons';
import { BATCH_WORDS } from '../batch-words';
import { DismissDialog } from './DismissDialog';
import { ParkedEvidence } from './ParkedEvidence';
import { ResendDialog } from './ResendDialog';

/** A batch in doubt that a person must decide: what is known, and the two choices. */
export function ParkedBatch({ launch, batch }: { launch: FailbackLaunch; batch: Batch }) {
  const [open, setOpen] = useState<'resend' | 'dismiss'>();
  const { word, sentence, remedy } = BATCH_WORDS.parked;
  const title = `Batch ${batch.number}: ${word.toLowerCase()}`;
  const close = () => setOpen(undefined);
  return (
    <section
      aria-label={title}
      className="mb-3.5 rounded-xl border border-caution bg-caution-soft px-4 py-3"
    >
      <div className="flex items-start gap-3">
        <Icon name="unknown" width={20} height={20} className="shrink-0 text-caution" />
        <div className="min-w-0 flex-1">
          <h2 className="text-base font-semibold text-caution">{title}</h2>
          <p>
            {sentence} {remedy}
          </p>
        </div>
      </div>
      {batch.evidence && <ParkedEvidence target={launch.target} evidence={batch.evidence} />}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={() => setOpen('dismiss')}>Mark as not needed…</Button>
        <Button variant="danger" onClick={() => setOpen('resend')}>
          Send again…
        </Button>
      </div>
      {open === 'resend' && (
        <ResendDialog launchID={launch.launchID} batch={batch} onClose={close} />
      )}
      {open === 'dismiss' && (
        <DismissDialog launchID={launch.launchID} batch={batch} onClose={close} />
      )}
    </section>
  );
}
