import { endFor } from '../jobs/standing';
import type { Job } from '../jobs/job';
import { Random, digest } from '../random';
import { CONDITIONS, type Condition, type ConditionName, OTHER_CONDITIONS } from './conditions';
import { makeMachine, roleAt } from './make-machine';
import { PAIRING_STEPS, planOf } from './plan';
import type { Fate, Origin, RecoveryInstance } from './recovery-instance';
import { type World, addJob } from './world';

/** In a fleet of sixty these places hold healthy servers that fail when they are launched. */
const FATES: Record<number, Fate> = { 4: 'fails-conversion', 13: 'fails-launch' };

const SERVERS_PER_JOB = 100;
const HOUR = 3_600_000;

/**
 * Fills a new world with servers that were recovered three days ago and have come to be in some condition each,
 * and with the jobs that did it. The same for the same seed and Region.
 */
export function layFleet(world: World, seed: number, count: number) {
  const servers = Array.from({ length: count }, (_, index) => makeServer(world, seed, index));
  inJobs(servers, (chunk, index) => {
    const created = world.created - 72 * HOUR + index * 720_000;
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

function makeServer(world: World, seed: number, index: number): NewServer {
  const place = `${seed} ${world.region}`;
  const fate = FATES[index % 60] ?? 'launched';
  const machine = makeMachine(place, index, fate === 'launched' ? '' : `-${fate}`);
  const condition: Condition = CONDITIONS[fate === 'launched' ? conditionAt(index) : 'healthy'];
  const instance: RecoveryInstance = {
    recoveryInstanceID: `i-0${digest(place, 'instance', index).slice(0, 16)}`,
    sourceServerID: `s-3${digest(place, 'source', index).slice(0, 16)}`,
    jobID: '',
    machine,
    ...(condition.origin === 'AWS' ? { origin: originOf(world) } : {}),
    isDrill: condition.isDrill ?? false,
    fate,
    tags: {
      Name: machine.hostname,
      wave: String((index % 4) + 1),
      app: roleAt(index),
      env: index % 7 === 0 ? 'test' : 'prod',
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

/** Every third server or so is in some other condition than ready. */
function conditionAt(index: number): ConditionName {
  if (index % 3 !== 2) return 'healthy';
  return OTHER_CONDITIONS[Math.floor(index / 3) % OTHER_CONDITIONS.length] ?? 'healthy';
}

/** Servers of AWS came from Frankfurt, or from Ireland where this is Frankfurt. */
function originOf({ accountID, region }: World): Origin {
  const home = region === 'eu-central-1' ? 'eu-west-1' : 'eu-central-1';
  return { accountID, region: home, availabilityZone: `${home}a` };
}

const participantOf = (
  { sourceServerID, recoveryInstanceID }: RecoveryInstance,
  fate: Fate,
): Job['participants'][number] => ({ sourceServerID, recoveryInstanceID, fate });

function inJobs(servers: NewServer[], start: (chunk: NewServer[], index: number) => void) {
  for (let from = 0; from < servers.length; from += SERVERS_PER_JOB) {
    start(servers.slice(from, from + SERVERS_PER_JOB), from / SERVERS_PER_JOB);
  }
}
