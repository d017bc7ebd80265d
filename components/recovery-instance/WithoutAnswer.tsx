import Link from 'next/link';
import { ListSkeleton } from '@/components/jobs/ListSkeleton';
import { PageHeading } from '@/components/jobs/PageHeading';
import { buttonClassName } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorState } from '@/components/ui/ErrorState';
import { Panel } from '@/components/ui/Panel';
import { paths } from '@/lib/paths';
import { problemOf } from '@/lib/queries/fetch-json';

/** The page of an instance that has not been read yet, cannot be read, or is not there. */
export function WithoutAnswer({
  recoveryInstanceID,
  query: { error, refetch },
}: {
  recoveryInstanceID: string;
  query: { error: Error | null; refetch: () => unknown };
}) {
  return (
    <>
      <PageHeading id={recoveryInstanceID} what="recovery instance id" />
      <Panel title="Recovery instance">
        {error ? (
          <WhyNot error={error} onRetry={() => void refetch()} />
        ) : (
          <ListSkeleton label="The recovery instance is being read" />
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
      title="There is no such recovery instance here"
      action={
        <Link href={paths.fleet} className={buttonClassName()}>
          Show the fleet
        </Link>
      }
    >
      {problem.detail}
    </EmptyState>
  );
}
