import { type World, arnOf } from '../world/world';

/** The default settings of replication into the Region. */
export function describeTemplate(world: World) {
  const { replicationConfigurationTemplateID: id, tags } = world.template;
  return {
    replicationConfigurationTemplateID: id,
    arn: arnOf(world, `replication-configuration-template/${id}`),
    stagingAreaSubnetId: `subnet-0${world.seed.slice(0, 16)}`,
    associateDefaultSecurityGroup: true,
    replicationServersSecurityGroupsIDs: [],
    replicationServerInstanceType: 't3.small',
    useDedicatedReplicationServer: false,
    defaultLargeStagingDiskType: 'GP3',
    ebsEncryption: 'DEFAULT',
    bandwidthThrottling: 0,
    dataPlaneRouting: 'PRIVATE_IP',
    createPublicIP: false,
    stagingAreaTags: {},
    tags,
    pitPolicy: [
      { ruleID: 1, units: 'MINUTE', interval: 10, retentionDuration: 60, enabled: true },
      { ruleID: 2, units: 'HOUR', interval: 1, retentionDuration: 24, enabled: true },
      { ruleID: 3, units: 'DAY', interval: 1, retentionDuration: 7, enabled: true },
    ],
    autoReplicateNewDisks: false,
    internetProtocol: 'IPV4',
  };
}
