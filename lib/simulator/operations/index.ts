import { describeJobLogItems } from './describe-job-log-items';
import { describeJobs } from './describe-jobs';
import { describeRecoveryInstances } from './describe-recovery-instances';
import type { Operation } from './operation';
import { startFailbackLaunch } from './start-failback-launch';
import { listTagsForResource, tagResource, untagResource } from './tags';

/** Every operation that is simulated, by its name. */
export const OPERATIONS: Record<string, Operation> = {
  DescribeJobLogItems: describeJobLogItems,
  DescribeJobs: describeJobs,
  DescribeRecoveryInstances: describeRecoveryInstances,
  ListTagsForResource: listTagsForResource,
  StartFailbackLaunch: startFailbackLaunch,
  TagResource: tagResource,
  UntagResource: untagResource,
};
