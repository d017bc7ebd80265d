import {
  DrsClient,
  paginateDescribeRecoveryInstances,
  type RecoveryInstance,
  StartFailbackLaunchCommand,
} from '@aws-sdk/client-drs';

/** How a colleague reaches the account of the test without Homeward. */
function drsClient(simulatorURL: string) {
  return new DrsClient({
    endpoint: simulatorURL,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'HOMEWARDTEST', secretAccessKey: 'homeward-simulator' },
  });
}

/** The hostnames of the servers that are ready and will not fail. */
export async function readyServers(simulatorURL: string): Promise<string[]> {
  return (await listInstances(simulatorURL)).filter(willGoHome).map(hostnameOf);
}

/** Launches servers as a colleague with another tool does, and gives the id of the job. */
export async function launchElsewhere(simulatorURL: string, names: string[]): Promise<string> {
  const instances = await listInstances(simulatorURL);
  const chosen = instances.filter((instance) => names.includes(hostnameOf(instance)));
  const { job } = await drsClient(simulatorURL).send(
    new StartFailbackLaunchCommand({
      recoveryInstanceIDs: chosen.map(({ recoveryInstanceID }) => recoveryInstanceID ?? ''),
    }),
  );
  return job?.jobID ?? '';
}

/** How many times as fast as in reality the simulated service works from now on. */
export async function setSpeed(simulatorURL: string, speed: number) {
  await fetch(`${simulatorURL}/_simulator/clock`, {
    method: 'POST',
    body: JSON.stringify({ speed }),
  });
}

async function listInstances(simulatorURL: string): Promise<RecoveryInstance[]> {
  const instances: RecoveryInstance[] = [];
  const client = drsClient(simulatorURL);
  for await (const { items } of paginateDescribeRecoveryInstances({ client }, {})) {
    instances.push(...(items ?? []));
  }
  return instances;
}

function willGoHome(instance: RecoveryInstance): boolean {
  return (
    instance.originEnvironment !== 'AWS' &&
    instance.failback?.state === 'FAILBACK_READY_FOR_LAUNCH' &&
    !/fail|skip/.test(hostnameOf(instance))
  );
}

function hostnameOf({ recoveryInstanceProperties }: RecoveryInstance): string {
  return recoveryInstanceProperties?.identificationHints?.hostname ?? '';
}
