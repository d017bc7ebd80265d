import type { Facts } from './facts';
import { USER_GUIDE } from './sources';

export const IN_AWS_ERRORS_PAGE = `${USER_GUIDE}/failback-replication-errors.html`;

/** The page about the failback across Regions, or across the Availability Zones of one. */
export function failbackPage({ originRegion, recoveryRegion }: Facts): string {
  const page =
    originRegion === recoveryRegion
      ? 'failback-failover-cross-availability-zone-failback'
      : 'failback-failover-region-region';
  return `${USER_GUIDE}/${page}.html`;
}

/** "eu-central-1", or in words when DRS gives no Availability Zone. */
export const originOf = ({ originRegion }: Facts) => originRegion ?? 'the origin Region';

/** "the AWS console of eu-west-1, account 111122223333". */
export function recoveryConsole({ recoveryRegion, account }: Facts): string {
  return `the AWS console of ${recoveryRegion}${account ? `, account ${account}` : ''}`;
}
