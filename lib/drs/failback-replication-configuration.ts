import { GetFailbackReplicationConfigurationCommand } from '@aws-sdk/client-drs';
import type { FailbackReplicationConfiguration } from '@/lib/contract/failback-replication-configuration';
import type { DrsClients } from './client';
import { present } from './present';
import { send } from './send';

/**
 * Reads the failback replication settings of one recovery instance. Rejects with what the SDK rejects with.
 * https://docs.aws.amazon.com/drs/latest/APIReference/API_GetFailbackReplicationConfiguration.html
 */
export async function getFailbackReplicationConfiguration(
  drs: DrsClients,
  recoveryInstanceID: string,
): Promise<FailbackReplicationConfiguration> {
  const command = new GetFailbackReplicationConfigurationCommand({ recoveryInstanceID });
  const answer = await send(drs, 'reads', command);
  return {
    recoveryInstanceID,
    ...present({
      name: answer.name,
      bandwidthThrottling: answer.bandwidthThrottling,
      usePrivateIP: answer.usePrivateIP,
    }),
  };
}
