import { endFor } from '../jobs/progress';
import type { Job } from '../jobs/job';
import { Random, digest } from '../random';
import { CONDITIONS, type Condition } from './conditions';
import { type Blueprint, type FleetPart, blueprintsOf } from './fleet-part';
import { makeMachine } from './make-machine';
import { PAIRING_STEPS, planOf } from './plan';
import type { LaunchOutcome, Origin, RecoveryInstance } from './recovery-instance';
import { type World, addJob } from './world';

const SERVERS_PER_JOB = 100;
const HOUR = 3_600_000;

/** Jobs that recover the fleet follow each other after twelve minutes, or sooner in a fleet that would take too long. */
const LONGEST_SPACING = 720_000;
const RECOVERED_WITHIN = 48 * HOUR;

/**
 * Fills a new world with servers that were recovered three days ago, each in its condition, and with the jobs that
 * recovered them. The same seed and Region give the same fleet.
 */
export function layFleet(world: World, seed: number, parts: readonly FleetPart[]) {
  const servers = blueprintsOf(parts).map((blueprint) => makeServer(world, seed, blueprint));
  const jobs = Math.ceil(servers.length / SERVERS_PER_JOB);
  const spacing = Math.min(LONGEST_SPACING, RECOVERED_WITHIN / jobs);
  inJobs(servers, (chunk, index) => {
    const created = Math.round(world.created - 72 * HOUR + index * spacing);
    const participants = chunk.map(({ instance }) => participantOf(instance, 'launched'));
    const job = addJob(world, 'START_RECOVERY', participants, { created });
    for (const { instance } of chunk) instance.jobID = job.jobID;
  });
  const homeward = servers.filter(({ condition }) => condition.failback);
  inJobs(homeward, (chunk) => {
    const participants = chunk.map(({ instance, condition }) =>
      participantOf(instance, condition.failback ?? 'launched'),
    );
    const created = world.created - 12 * HOUR;
    const job = addJob(world, 'FAILBACK', participants, { created, tags: { wave: '1' } });
    for (const server of chunk) server.failbackJobID = job.jobID;
  });
  for (const server of servers) settle(world, server);
}

interface NewServer {
  index: number;
  instance: RecoveryInstance;
  condition: Condition;
  failbackJobID: string;
}

function makeServer(world: World, seed: number, blueprint: Blueprint): NewServer {
  const { index, role, launchOutcome, tags } = blueprint;
  const place = `${seed} ${world.region}`;
  const machine = makeMachine(place, blueprint);
  const condition: Condition = CONDITIONS[blueprint.condition];
  const instance: RecoveryInstance = {
    recoveryInstanceID: `i-0${digest(place, 'instance', index).slice(0, 16)}`,
    sourceServerID: `s-3${digest(place, 'source', index).slice(0, 16)}`,
    jobID: '',
    machine,
    ...(condition.origin === 'AWS' ? { origin: originOf(world) } : {}),
    isDrill: condition.isDrill ?? false,
    launchOutcome,
    tags: {
      Name: machine.hostname,
      wave: String((index % 4) + 1),
      app: role.name,
      owner: role.owner,
      env: index % 7 === 0 ? 'test' : 'prod',
      ...tags,
    },
    configuration: newConfiguration(),
    facts: [],
  };
  return { index, instance, condition, failbackJobID: '' };
}

/** The settings that DRS gives a new recovery instance. */
export const newConfiguration = () => ({
  name: 'Failback Replication Configuration',
  bandwidthThrottling: 0,
  usePrivateIP: false,
  internetProtocol: 'IPV4',
});

function settle(world: World, { instance, condition, failbackJobID, index }: NewServer) {
  const { machine, recoveryInstanceID, sourceServerID, origin, isDrill } = instance;
  const job = world.jobs[instance.jobID];
  const launched = endFor(job, recoveryInstanceID, world.created, [])?.at ?? world.created;
  instance.facts = condition.facts({
    launched,
    now: world.created,
    plans: {
      original: planOf(machine, 'RESCAN', PAIRING_STEPS),
      other: planOf(machine, 'INITIAL_SYNC', PAIRING_STEPS),
    },
    toOriginalServer: index % 8 !== 7,
    failbackJobID,
    reversed: {
      region: origin?.region ?? world.region,
      sourceServerID: reversedServerID(world, recoveryInstanceID),
    },
    random: new Random(recoveryInstanceID, 'condition'),
  });
  world.recoveryInstances[recoveryInstanceID] = instance;
  world.sourceServers[sourceServerID] = {
    sourceServerID,
    machine,
    replicationDirection: 'FAILOVER',
    ...(origin ? { origin } : {}),
    added: launched - 90 * 24 * HOUR,
    tags: { ...instance.tags },
    launch: { jobID: instance.jobID, recoveryInstanceID, isDrill },
  };
}

/** The source server that a reversed replication makes in the origin Region. */
export function reversedServerID(world: World, recoveryInstanceID: string): string {
  return `s-5${digest(world.seed, 'reversed', recoveryInstanceID).slice(0, 16)}`;
}

/** Servers of AWS came from Frankfurt, or from Ireland where this is Frankfurt. */
function originOf({ accountID, region }: World): Origin {
  const home = region === 'eu-central-1' ? 'eu-west-1' : 'eu-central-1';
  return { accountID, region: home, availabilityZone: `${home}a` };
}

const participantOf = (
  { sourceServerID, recoveryInstanceID }: RecoveryInstance,
  launchOutcome: LaunchOutcome,
): Job['participants'][number] => ({ sourceServerID, recoveryInstanceID, launchOutcome });

function inJobs(servers: NewServer[], start: (chunk: NewServer[], index: number) => void) {
  for (let from = 0; from < servers.length; from += SERVERS_PER_JOB) {
    start(servers.slice(from, from + SERVERS_PER_JOB), from / SERVERS_PER_JOB);
  }
}
