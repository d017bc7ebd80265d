import Link from 'next/link';
import type { MouseEvent, ReactNode } from 'react';
import type { JobAnswer, ServerOutcome } from '@/lib/contract/job';
import { classNames } from '@/components/ui/class-names';
import { paths } from '@/lib/paths';
import { serverKey } from './server-key';

/**
 * A server of a job, leading to all that is known of it. On the page of the job itself `onOpen` opens it in
 * place; a new tab or window still follows the address.
 */
export function ServerLink({
  answer: { target, job },
  server,
  onOpen,
  className,
  children,
}: {
  answer: Pick<JobAnswer, 'target' | 'job'>;
  server: ServerOutcome;
  onOpen?: ((key: string) => void) | undefined;
  className?: string;
  children: ReactNode;
}) {
  const key = serverKey(server);
  function open(event: MouseEvent) {
    if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen(key);
  }
  return (
    <Link
      href={paths.jobServer(target, job.jobID, key)}
      prefetch={false}
      onClick={open}
      className={classNames('font-medium decoration-line-strong hover:underline', className)}
    >
      {children}
    </Link>
  );
}
