import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { JobAnswer, ServerOutcome } from '@/lib/contract/job';
import { ErrorState } from '@/components/ui/ErrorState';
import { problemOf } from '@/lib/queries/fetch-json';
import { jobLogQuery } from '@/lib/queries/jobs';
import { ListSkeleton } from '@/components/ui/ListSkeleton';
import { logLines } from '../log/lines';
import { LogRow } from '../log/LogRow';
import { DrawerSection } from './DrawerSection';

/** The lines of the log about one server; each links to its place in the whole log. */
export function ServerLog({
  answer: { target, job, names },
  server: { sourceServerID },
  onOpenLine,
}: {
  answer: JobAnswer;
  server: ServerOutcome;
  onOpenLine: (number: number) => void;
}) {
  const { data, error, refetch } = useQuery(jobLogQuery(target, job.jobID));
  const lines = useMemo(
    () =>
      logLines(data?.items ?? [], names).filter(
        ({ item }) => sourceServerID && item.eventData?.sourceServerID === sourceServerID,
      ),
    [data?.items, names, sourceServerID],
  );
  return (
    <DrawerSection title="Log">
      {lines.map((line) => (
        <LogRow key={line.number} line={line} onMark={onOpenLine} />
      ))}
      {data && lines.length === 0 && (
        <p className="px-4 text-muted">DRS has written nothing about it yet.</p>
      )}
      {!data && error && <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton label="The log is being read" />}
    </DrawerSection>
  );
}
