'use client';

import { useEffect, useState } from 'react';
import { classNames } from './class-names';
import { Icon } from './icons';

type Outcome = 'copied' | 'refused';

/** Puts `text` on the clipboard and says so; `label` names what is copied. */
export function CopyButton({
  text,
  label,
  showLabel = false,
  tabIndex,
}: {
  text: string;
  label: string;
  showLabel?: boolean;
  tabIndex?: number | undefined;
}) {
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={label}
      title={label}
      onClick={() => {
        // The clipboard is absent outside a secure context.
        Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject(new Error()))
          .then(() => setOutcome('copied'))
          .catch(() => setOutcome('refused'));
      }}
      className={classNames(
        'inline-flex shrink-0 items-center gap-1.5 rounded-md text-muted hover:bg-done-soft hover:text-ink',
        showLabel ? 'min-h-8 px-2.5 font-medium' : 'size-6 justify-center',
      )}
    >
      <Icon name={outcome === 'copied' ? 'check' : 'copy'} width={13} height={13} />
      {showLabel && (outcome === 'copied' ? 'Copied' : 'Copy')}
      <output className="sr-only">
        {outcome === 'copied' && 'Copied'}
        {outcome === 'refused' && 'The browser refused to copy; select the text and copy it.'}
      </output>
    </button>
  );
}
