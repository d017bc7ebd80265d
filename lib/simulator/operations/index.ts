import { AwsError, notSimulated } from '../errors';
import { deleteJob } from './delete-job';
import { deleteRecoveryInstance } from './delete-recovery-instance';
import { describeJobLogItems } from './describe-job-log-items';
import { describeJobs } from './describe-jobs';
import { describeRecoveryInstances } from './describe-recovery-instances';
import { describeReplicationConfigurationTemplates } from './describe-replication-configuration-templates';
import { describeSourceServers } from './describe-source-servers';
import { disconnectRecoveryInstance } from './disconnect-recovery-instance';
import { getFailbackReplicationConfiguration } from './get-failback-replication-configuration';
import { initializeService } from './initialize-service';
import { listTagsForResource } from './list-tags-for-resource';
import { NOT_SIMULATED } from './not-simulated';
import type { Operation } from './operation';
import { reverseReplication } from './reverse-replication';
import { startFailbackLaunch } from './start-failback-launch';
import { startRecovery } from './start-recovery';
import { stopFailback } from './stop-failback';
import { tagResource } from './tag-resource';
import { terminateRecoveryInstances } from './terminate-recovery-instances';
import { untagResource } from './untag-resource';
import { updateFailbackReplicationConfiguration } from './update-failback-replication-configuration';

/** Every operation that is simulated, by its name. */
const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    DeleteJob: deleteJob,
    DeleteRecoveryInstance: deleteRecoveryInstance,
    DescribeJobLogItems: describeJobLogItems,
    DescribeJobs: describeJobs,
    DescribeRecoveryInstances: describeRecoveryInstances,
    DescribeReplicationConfigurationTemplates: describeReplicationConfigurationTemplates,
    DescribeSourceServers: describeSourceServers,
    DisconnectRecoveryInstance: disconnectRecoveryInstance,
    GetFailbackReplicationConfiguration: getFailbackReplicationConfiguration,
    InitializeService: initializeService,
    ListTagsForResource: listTagsForResource,
    ReverseReplication: reverseReplication,
    StartFailbackLaunch: startFailbackLaunch,
    StartRecovery: startRecovery,
    StopFailback: stopFailback,
    TagResource: tagResource,
    TerminateRecoveryInstances: terminateRecoveryInstances,
    UntagResource: untagResource,
    UpdateFailbackReplicationConfiguration: updateFailbackReplicationConfiguration,
  }),
);

export const OPERATION_NAMES: readonly string[] = [...OPERATIONS.keys()];

/** The operation of this name. Throws one error where DRS has it and the simulator has not, and another else. */
export function operationNamed(name: string): Operation {
  const operation = OPERATIONS.get(name);
  if (operation) return operation;
  if (NOT_SIMULATED.has(name)) throw notSimulated(name);
  throw new AwsError(404, 'UnknownOperationException', 'The operation is not known');
}
