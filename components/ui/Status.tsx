import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icons';

export type StatusKind =
  'ready' | 'caution' | 'blocked' | 'running' | 'done' | 'failed' | 'unknown';

const COLOURS: Record<StatusKind, string> = {
  ready: 'text-ready',
  caution: 'text-caution',
  blocked: 'text-blocked',
  running: 'text-running',
  done: 'text-done',
  failed: 'text-failed',
  unknown: 'text-ink',
};

/** A state as shape, word and colour together; the word is the child. */
export function Status({
  kind,
  children,
  title,
  className,
}: {
  kind: StatusKind;
  children: ReactNode;
  title?: string | undefined;
  className?: string;
}) {
  return (
    <span
      title={title}
      className={classNames(
        'inline-flex items-center gap-1.5 font-medium whitespace-nowrap',
        COLOURS[kind],
        className,
      )}
    >
      <Icon name={kind} className="shrink-0" />
      {children}
    </span>
  );
}
