import Link from 'next/link';
import { buttonClassName } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorState } from '@/components/ui/ErrorState';
import { Panel } from '@/components/ui/Panel';
import { paths } from '@/lib/paths';
import { problemOf } from '@/lib/queries/fetch-json';
import { ListSkeleton } from './ListSkeleton';
import { PageHeading } from './PageHeading';

/** The page of a job that has not been read yet, cannot be read, or is not there. */
export function JobWithoutAnswer({
  jobID,
  query: { error, refetch },
}: {
  jobID: string;
  query: { error: Error | null; refetch: () => unknown };
}) {
  return (
    <>
      <PageHeading id={jobID} what="job id" />
      {error ? <WhyNot error={error} onRetry={() => void refetch()} /> : <Loading />}
    </>
  );
}

function WhyNot({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const problem = problemOf(error);
  return (
    <Panel title="Job">
      {problem.status === 404 ? (
        <EmptyState
          title="There is no such job here"
          action={
            <Link href={paths.jobs} className={buttonClassName()}>
              Show all jobs
            </Link>
          }
        >
          {problem.detail}
        </EmptyState>
      ) : (
        <ErrorState problem={problem} onRetry={onRetry} />
      )}
    </Panel>
  );
}

function Loading() {
  return (
    <Panel title="Crossing">
      <ListSkeleton label="The job is being read" />
    </Panel>
  );
}
