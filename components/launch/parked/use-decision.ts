import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import { launchQuery } from '@/lib/queries/failback-launches';

/** What follows a decision about a batch: the launch is shown as it is now, whatever came of it. */
export function useDecision(launchID: string, onDecided: () => void) {
  const queries = useQueryClient();
  const key: QueryKey = launchQuery(launchID).queryKey;
  return {
    onSuccess: (launch: FailbackLaunch) => {
      queries.setQueryData(key, launch);
      onDecided();
    },
    // Refused, because somebody else has decided meanwhile, or DRS has shown the job after all.
    onError: () => queries.invalidateQueries({ queryKey: key }),
  };
}
