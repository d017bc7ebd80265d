import Link from 'next/link';
import { classNames } from '@/components/ui/class-names';
import { paths } from '@/lib/paths';

/** A job by its id, and the way to its page. */
export function JobLink({
  target,
  jobID,
  className,
}: {
  target: string;
  jobID: string;
  className?: string;
}) {
  return (
    <Link
      href={paths.job(target, jobID)}
      className={classNames(
        'font-mono text-[0.8125rem] whitespace-nowrap text-accent underline',
        className,
      )}
    >
      {jobID}
    </Link>
  );
}
