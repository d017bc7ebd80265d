import Link from 'next/link';
import { ListSkeleton } from '@/components/ui/ListSkeleton';
import { PageHeading } from '@/components/ui/PageHeading';
import { buttonClassName } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorState } from '@/components/ui/ErrorState';
import { Panel } from '@/components/ui/Panel';
import { problemOf } from '@/lib/queries/fetch-json';

interface Props {
  id: string;
  /** What the id names: "job", "launch" or "recovery instance". */
  noun: string;
  /** The page that lists all of them. */
  list: { href: string; label: string };
  query: { error: Error | null; refetch: () => unknown };
}

/** The page of something that is being read, cannot be read, or does not exist. */
export function PageWithoutAnswer({ id, noun, list, query: { error, refetch } }: Props) {
  return (
    <>
      <PageHeading id={id} what={`${noun} id`} />
      <Panel title={`${noun.charAt(0).toUpperCase()}${noun.slice(1)}`}>
        {error ? (
          <WhyNot noun={noun} list={list} error={error} onRetry={() => void refetch()} />
        ) : (
          <ListSkeleton label={`The ${noun} is being read`} />
        )}
      </Panel>
    </>
  );
}

function WhyNot({
  noun,
  list: { href, label },
  error,
  onRetry,
}: Pick<Props, 'noun' | 'list'> & { error: Error; onRetry: () => void }) {
  const problem = problemOf(error);
  if (problem.status !== 404) return <ErrorState problem={problem} onRetry={onRetry} />;
  return (
    <EmptyState
      title={`There is no such ${noun} here`}
      action={
        <Link href={href} className={buttonClassName()}>
          {label}
        </Link>
      }
    >
      {problem.detail}
    </EmptyState>
  );
}
