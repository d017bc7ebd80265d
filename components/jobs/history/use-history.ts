import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useTargets } from '@/components/shell/targets';
import type { JobsSnapshot } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import { jobsQuery } from '@/lib/queries/jobs';
import { latestProblem } from '@/lib/queries/latest-problem';
import { type HistoryJob, mergeJobs } from './merge';

/** How the jobs of one target were last read. */
export interface TargetReading {
  target: string;
  /** Undefined while there is none. */
  answer: JobsSnapshot | undefined;
  problem: Problem | null;
  retry: () => void;
}

/** The jobs of every target of the console. A target that cannot be read hides none of the others. */
export function useHistory(): { jobs: HistoryJob[]; readings: TargetReading[] } {
  const targets = useTargets();
  const { jobs, queries } = useQueries({
    queries: targets.map(({ name }) => jobsQuery(name)),
    combine,
  });
  const readings = queries.map((query, index) => ({
    target: targets[index]?.name ?? '',
    answer: query.data,
    problem: latestProblem(query),
    retry: () => void query.refetch(),
  }));
  return { jobs, readings };
}

/** What has not changed stays the same object from one reading to the next, so that its row is not drawn again. */
function combine(queries: UseQueryResult<JobsSnapshot>[]) {
  return { jobs: mergeJobs(queries.flatMap(({ data }) => data ?? [])), queries };
}
