import { type Server, makeFleet } from './fleet';
import type { Job } from './job-course';
import { digest } from './random';

/** One account in one Region: its servers and its jobs. Nothing of it is seen from any other. */
export class World {
  readonly accountID: string;
  readonly servers: Map<string, Server>;
  readonly jobs = new Map<string, Job>();
  /** The job that once launched the recovery instances. */
  readonly recoveryJobID: string;
  readonly #tags = new Map<string, Record<string, string>>();
  readonly #seed: string;

  constructor(
    readonly accessKeyID: string,
    readonly region: string,
    { seed, servers, now }: { seed: number; servers: number; now: number },
    readonly created = now,
  ) {
    this.#seed = digest(seed, accessKeyID, region);
    this.accountID = String(
      (Number.parseInt(this.#seed.slice(0, 12), 16) % 900_000_000_000) + 100_000_000_000,
    );
    const fleet = makeFleet(`${seed}`, servers);
    this.servers = new Map(fleet.map((server) => [server.recoveryInstanceID, server]));
    this.recoveryJobID = this.#addHistory(fleet);
  }

  arn(resource: string): string {
    return `arn:aws:drs:${this.region}:${this.accountID}:${resource}`;
  }

  /** Starts a job for these servers at a moment of the simulated clock. */
  addJob(
    servers: Server[],
    initiatedBy: Job['initiatedBy'],
    created: number,
    tags: Record<string, string>,
    pace: number,
  ): Job {
    const jobID = `drsjob-${digest(this.#seed, 'job', this.jobs.size).slice(0, 17)}`;
    const job: Job = {
      jobID,
      arn: this.arn(`job/${jobID}`),
      initiatedBy,
      created,
      pace,
      servers: servers.map(({ sourceServerID, recoveryInstanceID, fate }) => ({
        sourceServerID,
        recoveryInstanceID,
        fate,
      })),
      tags,
    };
    this.jobs.set(jobID, job);
    if (initiatedBy === 'FAILBACK') for (const server of servers) server.failbackJobID = jobID;
    return job;
  }

  /** Tags of a resource, which start as given and are changed by TagResource. */
  tagsOf(resource: string, initial: Record<string, string>): Record<string, string> {
    return this.#tags.get(resource) ?? initial;
  }

  setTags(resource: string, tags: Record<string, string>) {
    this.#tags.set(resource, tags);
  }

  /** Jobs of the days before, so that the history of a new world is not empty. */
  #addHistory(fleet: Server[]): string {
    const day = 86_400_000;
    const recovered = fleet.slice(0, 40).map((server): Server => ({ ...server, fate: 'launched' }));
    const recovery = this.addJob(recovered, 'START_RECOVERY', this.created - 3 * day, {}, 1);
    const home = fleet
      .filter(({ condition }) => condition.state === 'FAILBACK_COMPLETED')
      .slice(0, 4);
    const lost = fleet.filter(({ condition }) => condition.error === 'NOT_CONVERGING').slice(0, 1);
    if (home.length > 0) {
      const failed = lost.map((server): Server =>
        Object.assign(server, { fate: 'fails-conversion' }),
      );
      this.addJob([...home, ...failed], 'FAILBACK', this.created - day, { wave: '1' }, 1);
    }
    return recovery.jobID;
  }
}
