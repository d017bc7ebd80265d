import { z } from 'zod';
import { snapshotHeader } from './snapshot-header';

/** The failback replication settings of a recovery instance: names and values are DRS's. */
export const failbackReplicationConfiguration = z.object({
  recoveryInstanceID: z.string(),
  name: z.string().optional(),
  /** In Mbps; 0 does not throttle. */
  bandwidthThrottling: z.number().optional(),
  usePrivateIP: z.boolean().optional(),
});
export type FailbackReplicationConfiguration = z.infer<typeof failbackReplicationConfiguration>;

/** GET /api/recovery-instances/{id}/failback-replication-configuration?target= */
export const failbackReplicationConfigurationAnswer = snapshotHeader.extend({
  configuration: failbackReplicationConfiguration,
});
export type FailbackReplicationConfigurationAnswer = z.infer<
  typeof failbackReplicationConfigurationAnswer
>;
