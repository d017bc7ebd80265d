import type { ReactNode } from 'react';
import { classNames } from './class-names';

const TONES = {
  plain: 'border-line bg-surface text-muted',
  caution: 'border-transparent bg-caution-soft text-caution',
  blocked: 'border-transparent bg-blocked-soft text-blocked',
};

/** A small fact set apart from the text, such as a tag or the name of the target. */
export function Pill({
  tone = 'plain',
  children,
}: {
  tone?: keyof typeof TONES;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        'inline-flex max-w-full items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-xs',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
