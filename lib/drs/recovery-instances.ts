import { DescribeRecoveryInstancesCommand } from '@aws-sdk/client-drs';
import { type RecoveryInstance, recoveryInstance } from '@/lib/contract/recovery-instance';
import { type DrsDoor, withinTime } from './client';
import { namedBy } from './named';
import { readAllPages } from './pages';
import { asWritten } from './written-page';

const toRecoveryInstance = namedBy(recoveryInstance);

/** Every recovery instance of the target. Rejects with what the SDK rejects with. */
export async function describeRecoveryInstances(door: DrsDoor): Promise<RecoveryInstance[]> {
  return readAllPages(
    (page) => {
      const command = new DescribeRecoveryInstancesCommand({ filters: {}, ...page });
      return door.reads.send(asWritten(command), withinTime(door));
    },
    (item) => (item.recoveryInstanceID ? toRecoveryInstance(item) : undefined),
  );
}
