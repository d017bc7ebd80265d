import type { ReactNode } from 'react';
import { Button } from './Button';
import { Icon } from './icons';

/** What went wrong and what it means; more about it as children. */
export function Alert({
  title,
  detail,
  onRetry,
  children,
}: {
  title: string;
  detail: string;
  onRetry?: (() => void) | undefined;
  children?: ReactNode;
}) {
  return (
    <div
      role="alert"
      className="m-4 flex flex-wrap items-start gap-3 rounded-lg bg-blocked-soft px-4 py-3"
    >
      <Icon name="failed" className="mt-0.5 shrink-0 text-failed" />
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">{title}</p>
        <p className="break-words text-muted">{detail}</p>
        {children}
      </div>
      {onRetry && <Button onClick={onRetry}>Retry</Button>}
    </div>
  );
}
