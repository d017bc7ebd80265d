import { DescribeRecoveryInstancesCommand } from '@aws-sdk/client-drs';
import { type RecoveryInstance, recoveryInstance } from '@/lib/contract/recovery-instance';
import type { DrsClients } from './client';
import { namedBy } from './named';
import { readAllPages } from './pages';
import { send } from './send';
import { asWritten } from './written-page';

const toRecoveryInstance = namedBy(recoveryInstance);

/** Every recovery instance of the target. Rejects with what the SDK rejects with. */
export async function describeRecoveryInstances(drs: DrsClients): Promise<RecoveryInstance[]> {
  return readAllPages(
    (page) => {
      const command = new DescribeRecoveryInstancesCommand({ filters: {}, ...page });
      return send(drs, 'reads', asWritten(command));
    },
    (item) => (item.recoveryInstanceID ? toRecoveryInstance(item) : undefined),
  );
}
