import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import { launchQuery } from '@/lib/queries/failback-launches';

/** Shows the launch as it is after a decision about a batch, whether it was accepted or refused. */
export function useDecision(launchID: string, onDecided: () => void) {
  const queries = useQueryClient();
  const key: QueryKey = launchQuery(launchID).queryKey;
  return {
    onSuccess: (launch: FailbackLaunch) => {
      queries.setQueryData(key, launch);
      onDecided();
    },
    // It is refused when somebody else has decided meanwhile, or DRS has shown the job after all.
    onError: () => queries.invalidateQueries({ queryKey: key }),
  };
}
