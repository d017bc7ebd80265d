import { type PlannedLaunch, launchesOf } from './planned-launch';

/** What it means that a selection is spread over several targets; `plans` has every one of them. */
export function spreadSentence(plans: readonly PlannedLaunch[]): string {
  const launches = launchesOf(plans);
  const [first] = launches;
  const spread = `The selection is spread over ${plans.length} targets`;
  if (!first) return `${spread}.`;
  return launches.length === 1
    ? `${spread}, and only the servers in ${first.target} can be launched.`
    : `${spread} and is sent as ${launches.length} launches. Each has its own jobs, and one may be refused while another goes ahead.`;
}
