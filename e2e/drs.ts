// DRS by the AWS SDK, as somebody at a command line reaches it: past the console.
import {
  DrsClient,
  paginateDescribeRecoveryInstances,
  type RecoveryInstance,
  StartFailbackLaunchCommand,
} from '@aws-sdk/client-drs';

/** Where tests and benches fail back, unless they say otherwise; every access key opens an account of its own. */
export const region = 'eu-west-1';
export const credentials = { accessKeyId: 'HOMEWARDTEST', secretAccessKey: 'homeward-simulator' };

export const drsClient = (simulatorURL: string) =>
  new DrsClient({ endpoint: simulatorURL, region, credentials });

export async function listInstances(simulatorURL: string): Promise<RecoveryInstance[]> {
  const instances: RecoveryInstance[] = [];
  const client = drsClient(simulatorURL);
  for await (const { items } of paginateDescribeRecoveryInstances({ client }, {})) {
    instances.push(...(items ?? []));
  }
  return instances;
}

/** The hostnames of the servers that are ready and will not fail. */
export async function readyServers(simulatorURL: string): Promise<string[]> {
  return (await listInstances(simulatorURL)).filter(willGoHome).map(hostnameOf);
}

/** Launches servers as a colleague with another tool does. Resolves to the id of the job. */
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

export function isReady({ originEnvironment, failback }: RecoveryInstance): boolean {
  return originEnvironment !== 'AWS' && failback?.state === 'FAILBACK_READY_FOR_LAUNCH';
}

const willGoHome = (instance: RecoveryInstance) =>
  isReady(instance) && !/fail|skip/.test(hostnameOf(instance));

function hostnameOf({ recoveryInstanceProperties }: RecoveryInstance): string {
  return recoveryInstanceProperties?.identificationHints?.hostname ?? '';
}
