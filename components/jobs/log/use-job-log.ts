import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { JobOutcome } from '@/lib/contract/job';
import { jobInterval } from '@/lib/queries/intervals';
import { jobLogQuery } from '@/lib/queries/jobs';

/** The log of a job, followed as long as the job is, and read once more when it has ended. */
export function useJobLog(target: string, jobID: string, outcome: JobOutcome) {
  const query = useQuery(jobLogQuery(target, jobID, outcome));
  const { refetch } = query;
  const isLive = jobInterval(outcome) !== false;
  const wasLive = useRef(isLive);
  useEffect(() => {
    // The last lines may be younger than the latest reading when the job is seen to have ended.
    if (wasLive.current && !isLive) void refetch();
    wasLive.current = isLive;
  }, [isLive, refetch]);
  return query;
}
