import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import { OutcomeStatus } from '@/components/jobs/OutcomeStatus';
import { Status } from '@/components/ui/Status';
import { tallyLaunch } from '@/lib/outcome/launch';

/** The verdict on a launch in a word, or what it waits for. */
export function LaunchStatus({
  launch,
}: {
  launch: Pick<FailbackLaunch, 'batches' | 'paused' | 'outcome'>;
}) {
  const { total, waiting } = tallyLaunch(launch);
  if (launch.paused && waiting > 0) return <Status kind="caution">Paused</Status>;
  if (waiting === total) return <Status kind="running">Waiting</Status>;
  return <OutcomeStatus outcome={launch.outcome.outcome} />;
}
