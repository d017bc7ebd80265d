import Link from 'next/link';
import { ListSkeleton } from '@/components/jobs/ListSkeleton';
import { PageHeading } from '@/components/jobs/PageHeading';
import { buttonClassName } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorState } from '@/components/ui/ErrorState';
import { Panel } from '@/components/ui/Panel';
import { paths } from '@/lib/paths';
import { problemOf } from '@/lib/queries/fetch-json';

/** The page of a launch that has not been read yet, cannot be read, or is not there. */
export function LaunchWithoutAnswer({
  launchID,
  query: { error, refetch },
}: {
  launchID: string;
  query: { error: Error | null; refetch: () => unknown };
}) {
  return (
    <>
      <PageHeading id={launchID} what="launch id" />
      <Panel title="Launch">
        {error ? (
          <WhyNot error={error} onRetry={() => void refetch()} />
        ) : (
          <ListSkeleton label="The launch is being read" />
        )}
      </Panel>
    </>
  );
}

function WhyNot({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const problem = problemOf(error);
  if (problem.status !== 404) return <ErrorState problem={problem} onRetry={onRetry} />;
  return (
    <EmptyState
      title="There is no such launch here"
      action={
        <Link href={paths.launches} className={buttonClassName()}>
          Show all launches
        </Link>
      }
    >
      {problem.detail}
    </EmptyState>
  );
}
