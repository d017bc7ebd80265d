/** A step of starting replication: what it is called here, and what to do when it does not come through. */
interface Step {
  label: string;
  remedy: string;
}

const port1500 =
  'Check that TCP 1500 is open inbound on the recovery instance, by private route or public address.';
const stagingNetwork =
  'Check that the staging area subnet lets the replication server reach the DRS endpoint on TCP 443.';
const stagingPermissions =
  'Check the IAM permissions and the EC2 quotas of the account that holds the staging area.';

/**
 * Every step that DRS can name while replication from a recovery instance is being started. First come
 * those of a failback client, in the order of the walk-through in the user guide, then those of a replication server
 * in the origin Region.
 * https://docs.aws.amazon.com/drs/latest/userguide/failback-performing.html
 */
export const INITIATION_STEPS: Readonly<Record<string, Step>> = {
  LINK_FAILBACK_CLIENT_WITH_RECOVERY_INSTANCE: {
    label: 'Link the failback client with the recovery instance',
    remedy:
      'Look at the screen of the failback client: it may ask which recovery instance is its own.',
  },
  COMPLETE_VOLUME_MAPPING: {
    label: 'Map the volumes',
    remedy:
      'Look at the screen of the failback client: it may ask which disk receives which; each must be at least as large as its source.',
  },
  ESTABLISH_RECOVERY_INSTANCE_COMMUNICATION: {
    label: 'Reach the recovery instance',
    remedy: port1500,
  },
  DOWNLOAD_REPLICATION_SOFTWARE_TO_FAILBACK_CLIENT: {
    label: 'Download the replication software to the failback client',
    remedy:
      'Check that the failback client reaches Amazon S3 on TCP 443, past any proxy or filter.',
  },
  CONFIGURE_REPLICATION_SOFTWARE: {
    label: 'Configure the replication software',
    remedy: 'Boot the machine into the failback client again.',
  },
  PAIR_AGENT_WITH_REPLICATION_SOFTWARE: {
    label: 'Pair the agent with the replication software',
    remedy: 'Check that the agent and the failback client both reach the DRS endpoint on TCP 443.',
  },
  ESTABLISH_AGENT_REPLICATOR_SOFTWARE_COMMUNICATION: {
    label: 'Connect the agent with the replication software',
    remedy: port1500,
  },
  WAIT: {
    label: 'Wait',
    remedy: 'Check that the agent runs on the recovery instance and reaches DRS.',
  },
  CREATE_SECURITY_GROUP: {
    label: 'Create the security group',
    remedy: stagingPermissions,
  },
  LAUNCH_REPLICATION_SERVER: {
    label: 'Launch the replication server',
    remedy: stagingPermissions,
  },
  BOOT_REPLICATION_SERVER: {
    label: 'Boot the replication server',
    remedy: stagingNetwork,
  },
  AUTHENTICATE_WITH_SERVICE: {
    label: 'Authenticate with DRS',
    remedy: stagingNetwork,
  },
  DOWNLOAD_REPLICATION_SOFTWARE: {
    label: 'Download the replication software',
    remedy: 'Check that the staging area subnet reaches Amazon S3 on TCP 443.',
  },
  CREATE_STAGING_DISKS: {
    label: 'Create the staging disks',
    remedy: stagingPermissions,
  },
  ATTACH_STAGING_DISKS: {
    label: 'Attach the staging disks',
    remedy: stagingPermissions,
  },
  PAIR_REPLICATION_SERVER_WITH_AGENT: {
    label: 'Pair the replication server with the agent',
    remedy:
      'Check that the agent and the replication server reach each other, and the DRS endpoint on TCP 443.',
  },
  CONNECT_AGENT_TO_REPLICATION_SERVER: {
    label: 'Connect the agent to the replication server',
    remedy: 'Check that TCP 1500 is open inbound in the staging area subnet.',
  },
  START_DATA_TRANSFER: {
    label: 'Start the data transfer',
    remedy: 'Check the bandwidth of the network and the log of the replication agent.',
  },
};
