import type { Target as TargetAnswer } from '@/lib/contract/target';
import type { Targets } from './targets';

/** The targets as the API and the pages show them, without how AWS is reached. */
export function describeTargets(targets: Targets): TargetAnswer[] {
  return targets.all().map(({ config: { name, region, simulatorURL, serversPerJob } }) => ({
    name,
    region,
    simulated: simulatorURL !== undefined,
    ...(simulatorURL === undefined
      ? {}
      : { simulatorPanel: new URL('/_simulator/', simulatorURL).href }),
    serversPerJob,
  }));
}
