import { DescribeRecoveryInstancesCommand } from '@aws-sdk/client-drs';
import { type RecoveryInstance, recoveryInstance } from '@/lib/contract/recovery-instance';
import { type DrsDoor, withinTime } from './client';
import { namedBy } from './named';
import { readAllPages } from './pages';
import { present } from './present';
import { asWritten } from './written-page';

/** The model sets no maximum; the AWS console itself asks for pages of 1,000. */
const PAGE_SIZE = 1000;

const toRecoveryInstance = namedBy(recoveryInstance);

/** Every recovery instance of the target. Rejects with what the SDK rejects with. */
export async function describeRecoveryInstances(door: DrsDoor): Promise<RecoveryInstance[]> {
  return readAllPages(
    (nextToken) =>
      door.reads.send(
        asWritten(
          new DescribeRecoveryInstancesCommand({
            filters: {},
            maxResults: PAGE_SIZE,
            ...present({ nextToken }),
          }),
        ),
        withinTime(door),
      ),
    (item) => (item.recoveryInstanceID ? toRecoveryInstance(item) : undefined),
  );
}
