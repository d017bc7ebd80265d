import { type PlannedLaunch, launchesOf } from './planned-launch';

/** How a selection over several targets is launched; `plans` has all of them. */
export function spreadSentence(plans: readonly PlannedLaunch[]): string {
  const launches = launchesOf(plans);
  const [first] = launches;
  const spread = `The selection is spread over ${plans.length} targets`;
  if (!first) return `${spread}.`;
  return launches.length === 1
    ? `${spread}, and only the servers in ${first.target} can be launched.`
    : `${spread} and is sent as ${launches.length} launches. Each has its own jobs, and one may be refused while another goes ahead.`;
}
