import type { Facts } from '../facts';
import { isAgentNeeded } from './agent';
import { lookUp } from '../look-up';
import { type Finding, type Objection, blockedIfRuledOut, unknownValue } from '../rule';
import { USER_GUIDE } from '../sources';

interface ReplicationError {
  verdict: 'caution' | 'blocked';
  /** What went wrong, to be read after "DRS reports that". */
  means: string;
  remedy: string;
  /** Its section on the page of the user guide about replication errors, where it has one. */
  section?: string;
}

const PAGE = `${USER_GUIDE}/common-replication-errors.html`;

const reachDRS443 = 'can reach the DRS endpoint of the Region on TCP 443';
const stagingPermissions =
  'Check the IAM permissions of DRS in the account that holds the staging area';

/**
 * Every error of replication from a recovery instance. Those that keep a launch from being received, or data
 * from being copied at all, block; the others make it a decision for a person.
 */
export const REPLICATION_ERRORS: Readonly<Record<string, ReplicationError>> = {
  AGENT_NOT_SEEN: {
    verdict: 'caution',
    means: 'it has lost touch with the replication agent on the recovery instance',
    remedy: `Check that the agent runs, that its instance profile has the policy for recovery instances, and that it ${reachDRS443}.`,
    section: 'common-agent-not-seen',
  },
  FAILBACK_CLIENT_NOT_SEEN: {
    verdict: 'blocked',
    means: 'it has lost touch with the failback client, which would not receive the launch',
    remedy: `Check that the machine is still booted into it and ${reachDRS443}.`,
    section: 'common-failback-not-seen',
  },
  FAILED_GETTING_REPLICATION_STATE: {
    verdict: 'caution',
    means: 'it cannot read the state of the replication',
    remedy: 'Look again in a few minutes; if it stays, look at this server in the AWS console.',
    section: 'common-unknown-data-replication-error',
  },
  NOT_CONVERGING: {
    verdict: 'caution',
    means: 'data changes faster than it is copied',
    remedy:
      'Give the replication more bandwidth, lift its throttling, or stop the applications that write.',
    section: 'common-not-converging',
  },
  UNSTABLE_NETWORK: {
    verdict: 'caution',
    means: 'the network between the recovery instance and where it returns to is unstable',
    remedy: 'Check the VPN or line between them and measure its bandwidth.',
    section: 'common-unstable-network',
  },
  SNAPSHOTS_FAILURE: {
    verdict: 'caution',
    means: 'it cannot take a consistent snapshot',
    remedy: 'Check the IAM permissions of DRS, and CloudTrail for throttled calls.',
    section: 'common-snapshot-failure',
  },
  FAILED_TO_DOWNLOAD_REPLICATION_SOFTWARE_TO_FAILBACK_CLIENT: {
    verdict: 'blocked',
    means: 'the failback client cannot download the replication software',
    remedy: 'Check that it reaches Amazon S3 on TCP 443, past any proxy or filter.',
    section: 'common-download-replication-software',
  },
  FAILED_TO_CONFIGURE_REPLICATION_SOFTWARE: {
    verdict: 'blocked',
    means: 'the replication software could not be configured',
    remedy: 'Boot the machine into the failback client again; if it fails again, ask AWS Support.',
    section: 'common-configure-replication-software',
  },
  FAILED_TO_ESTABLISH_RECOVERY_INSTANCE_COMMUNICATION: {
    verdict: 'blocked',
    means: 'the failback client cannot reach the recovery instance',
    remedy:
      'Check the route between them; without a private one the recovery instance needs a public address.',
    section: 'common-communication-recovery-instance',
  },
  FAILED_TO_PAIR_AGENT_WITH_REPLICATION_SOFTWARE: {
    verdict: 'blocked',
    means: 'the agent could not be paired with the replication software',
    remedy: `Check that the recovery instance and the failback client reach each other, and that each ${reachDRS443}.`,
    section: 'common-connection-agent-replication-software',
  },
  FAILED_TO_ESTABLISH_AGENT_REPLICATOR_SOFTWARE_COMMUNICATION: {
    verdict: 'blocked',
    means: 'the agent and the replication software cannot talk to each other',
    remedy: 'Check that TCP 1500 is open inbound on the recovery instance.',
    section: 'common-establish-communication-replication-software',
  },
  FAILED_TO_CREATE_SECURITY_GROUP: {
    verdict: 'blocked',
    means: 'the security group of the replication server could not be created',
    remedy: `${stagingPermissions}, and the replication settings of the source server.`,
    section: 'common-failed-create-firewall',
  },
  FAILED_TO_LAUNCH_REPLICATION_SERVER: {
    verdict: 'blocked',
    means: 'the replication server could not be launched',
    remedy: `${stagingPermissions}, and the EC2 quota of its instance type.`,
    section: 'common-failed-launch-replication-server',
  },
  FAILED_TO_BOOT_REPLICATION_SERVER: {
    verdict: 'blocked',
    means: 'the replication server did not boot',
    remedy: `Check that the staging area subnet ${reachDRS443}.`,
    section: 'common-failed-boot-replication-server',
  },
  FAILED_TO_AUTHENTICATE_WITH_SERVICE: {
    verdict: 'blocked',
    means: 'the replication server could not authenticate with DRS',
    remedy: `Check that the staging area subnet ${reachDRS443}.`,
    section: 'common-failed-authenticate-service',
  },
  FAILED_TO_DOWNLOAD_REPLICATION_SOFTWARE: {
    verdict: 'blocked',
    means: 'the replication server could not download its software',
    remedy: 'Check that the staging area subnet reaches Amazon S3 on TCP 443.',
  },
  FAILED_TO_CREATE_STAGING_DISKS: {
    verdict: 'blocked',
    means: 'the staging disks could not be created',
    remedy: `${stagingPermissions}, and that they may use the KMS key of encrypted volumes.`,
    section: 'common-failed-create-staging-disks',
  },
  FAILED_TO_ATTACH_STAGING_DISKS: {
    verdict: 'blocked',
    means: 'the staging disks could not be attached',
    remedy: `${stagingPermissions}, and its limits of EBS volumes.`,
    section: 'common-failed-attach-staging-disks',
  },
  FAILED_TO_PAIR_REPLICATION_SERVER_WITH_AGENT: {
    verdict: 'blocked',
    means: 'the replication server could not be paired with the agent',
    remedy: `Check that both reach each other, and that each ${reachDRS443}.`,
    section: 'common-pair-replication-agent-server',
  },
  FAILED_TO_CONNECT_AGENT_TO_REPLICATION_SERVER: {
    verdict: 'blocked',
    means: 'the agent cannot connect to the replication server',
    remedy: 'Check that TCP 1500 is open inbound in the staging area subnet.',
    section: 'common-failed-connect-agent-replication-server',
  },
  FAILED_TO_START_DATA_TRANSFER: {
    verdict: 'blocked',
    means: 'agent and replication server are paired, but no data flows',
    remedy: 'Check the bandwidth between them and the log of the agent.',
    section: 'common-failed-start-data-transfer',
  },
};

/** What an error that DRS reports holds against a launch; `rawError` is the service's own text. */
export function judgeReplicationError(facts: Facts): Finding {
  const { replicationError, replicationRawError, isOver } = facts;
  if (isOver) return 'not-applicable';
  if (!replicationError && !replicationRawError) return 'pass';
  if (replicationError === 'AGENT_NOT_SEEN' && !isAgentNeeded(facts)) return 'not-applicable';
  const known = lookUp(REPLICATION_ERRORS, replicationError);
  return blockedIfRuledOut(
    known ? objectTo(known, facts) : unknownValue('replication error', codeAndText(facts)),
    facts,
  );
}

function objectTo({ verdict, means, remedy, section }: ReplicationError, facts: Facts): Objection {
  return {
    verdict,
    sentence: `DRS reports that ${means} (${codeAndText(facts)}).`,
    remedy,
    ...(section ? { source: `${PAGE}#${section}` } : {}),
  };
}

/** "NOT_CONVERGING: lag grew for 30 min". */
function codeAndText({ replicationError, replicationRawError }: Facts): string {
  const parts = [replicationError, asPartOfSentence(replicationRawError)].filter(Boolean);
  return [...new Set(parts)].join(': ') || 'without a text';
}

/** A text that may have lines and end in a full stop. */
const asPartOfSentence = (text = '') => text.trim().replace(/\s+/g, ' ').replace(/\.+$/, '');
