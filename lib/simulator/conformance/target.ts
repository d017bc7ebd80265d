import {
  DescribeRecoveryInstancesCommand,
  DescribeSourceServersCommand,
  DrsClient,
  type RecoveryInstance,
  paginateDescribeRecoveryInstances,
} from '@aws-sdk/client-drs';
import { afterEach, beforeEach } from 'vitest';
import { type Simulator, startSimulator } from '../server';

/**
 * The DRS that the suite is aimed at. Unset: a simulator of its own for each test. Set: this endpoint, in the Region
 * and with the credentials of the environment; then everything that would change something, or needs the
 * simulator's control path, is skipped by name.
 */
const ENDPOINT = process.env.HOMEWARD_CONFORMANCE_ENDPOINT;
export const isSimulated = ENDPOINT === undefined;
export const REGION = (isSimulated ? undefined : process.env.AWS_REGION) ?? 'eu-west-1';

type Settings = Partial<Parameters<typeof startSimulator>[0]>;
type ClientSettings = ConstructorParameters<typeof DrsClient>[0];
interface Credentials {
  accessKeyId?: string;
  secretAccessKey?: string;
  sessionToken?: string;
}

/** What a test says to its target. The clock of a simulator stands still until it is stepped. */
export class Target {
  #simulator: Simulator | undefined;
  #drs: DrsClient | undefined;

  constructor(private readonly settings: Settings) {}

  async open() {
    if (isSimulated) {
      this.#simulator = await startSimulator({ port: 0, speed: 0, ...this.settings });
    }
    this.#drs = this.connect();
  }

  async close() {
    this.#drs?.destroy();
    await this.#simulator?.close();
  }

  get url() {
    return this.#simulator?.url ?? ENDPOINT ?? '';
  }

  get drs(): DrsClient {
    if (!this.#drs) throw new Error('The target is not open.');
    return this.#drs;
  }

  connect(
    {
      accessKeyId = 'HOMEWARDTEST',
      secretAccessKey = 'homeward-simulator',
      sessionToken,
    }: Credentials = {},
    region = REGION,
    more: ClientSettings = {},
  ) {
    const credentials = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
    return new DrsClient({
      endpoint: this.url,
      region,
      maxAttempts: 1,
      ...(isSimulated ? { credentials } : {}),
      ...more,
    });
  }

  async step(seconds: number) {
    await this.tell('clock', { stepSeconds: seconds });
  }

  /** Sends a command to the control path. */
  async tell(command: string, body: unknown) {
    const address = `${this.url}/_simulator/${command}`;
    const response = await fetch(address, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${command}: ${await response.text()}`);
  }

  async ask(command: string) {
    return (await fetch(`${this.url}/_simulator/${command}`)).json();
  }

  async fleet(client = this.drs): Promise<RecoveryInstance[]> {
    const items: RecoveryInstance[] = [];
    for await (const page of paginateDescribeRecoveryInstances({ client }, {})) {
      items.push(...(page.items ?? []));
    }
    return items;
  }

  async instance(id: string, client = this.drs): Promise<RecoveryInstance | undefined> {
    const filters = { recoveryInstanceIDs: [id] };
    const { items } = await client.send(new DescribeRecoveryInstancesCommand({ filters }));
    return items?.[0];
  }

  async sourceServer(id: string, client = this.drs) {
    const filters = { sourceServerIDs: [id] };
    const { items } = await client.send(new DescribeSourceServersCommand({ filters }));
    return items?.[0];
  }

  /** The ids of the servers in a failback state, on premises unless it says otherwise. */
  async idsIn(state: string, originEnvironment = 'ON_PREMISES'): Promise<string[]> {
    return (await this.fleet())
      .filter(
        (item) => item.failback?.state === state && item.originEnvironment === originEnvironment,
      )
      .map((item) => item.recoveryInstanceID ?? '');
  }

  /** The ids of servers that can be launched and do not say that they will fail. */
  async ready(): Promise<string[]> {
    return (await this.fleet())
      .filter(
        (item) =>
          item.failback?.state === 'FAILBACK_READY_FOR_LAUNCH' &&
          item.dataReplicationInfo?.dataReplicationState === 'CONTINUOUS' &&
          item.originEnvironment === 'ON_PREMISES' &&
          !item.tags?.Name?.includes('-fails-'),
      )
      .map((item) => item.recoveryInstanceID ?? '');
  }
}

/** A target that is opened before each test of the file, and closed after it. */
export function aim(settings: Settings = {}): Target {
  const target = new Target(settings);
  beforeEach(() => target.open());
  afterEach(() => target.close());
  return target;
}
