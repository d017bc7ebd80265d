import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import { OutcomeStatus } from '@/components/jobs/OutcomeStatus';
import { Status } from '@/components/ui/Status';
import { judgeLaunch, tallyLaunch } from './launch-verdict';

/** The verdict on a launch in a word, or what it waits for. */
export function LaunchStatus({ launch }: { launch: Pick<FailbackLaunch, 'batches' | 'paused'> }) {
  const { total, waiting } = tallyLaunch(launch);
  if (launch.paused && waiting > 0) return <Status kind="caution">Paused</Status>;
  if (waiting === total) return <Status kind="running">Waiting</Status>;
  return <OutcomeStatus outcome={judgeLaunch(launch)} />;
}
