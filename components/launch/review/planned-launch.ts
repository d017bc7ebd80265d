import type { FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import type {
  FailbackLaunchPreview,
  PreviewedServer,
} from '@/lib/contract/failback-launch-preview';

/** What the operator decides in a review. */
export interface ReviewChoices {
  tags: Record<string, string>;
  withoutTags: boolean;
  /** The accepted cautions by target; their servers are then included. */
  cautionAccepted: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One launch as it will be sent; a selection over several targets has one for each. */
export interface PlannedLaunch {
  target: string;
  preview: FailbackLaunchPreview;
  /** The servers that are launched, widest lag first. */
  chosen: PreviewedServer[];
  request: FailbackLaunchRequest;
}

/** The request for a preview of everything that is selected in one target. */
export function previewRequest(
  target: string,
  recoveryInstanceIDs: readonly string[],
  { tags, withoutTags, cautionAccepted }: ReviewChoices,
): FailbackLaunchRequest {
  return {
    target,
    recoveryInstanceIDs: recoveryInstanceIDs.toSorted(),
    tags: withoutTags ? {} : tags,
    acceptCaution: cautionAccepted.has(target),
    withoutTags,
  };
}

/** The launch that follows from a preview: without the servers that cannot be launched, and with its hash. */
export function planLaunch(
  asked: FailbackLaunchRequest,
  preview: FailbackLaunchPreview,
): PlannedLaunch {
  const chosen = [...preview.launchable, ...(asked.acceptCaution ? preview.caution : [])];
  const ids = chosen.map(({ recoveryInstanceID }) => recoveryInstanceID).toSorted();
  return {
    target: asked.target,
    preview,
    chosen,
    request: { ...asked, recoveryInstanceIDs: ids, selectionHash: preview.selectionHash },
  };
}

/** The plans that launch any server; the others are not sent. */
export function launchesOf(plans: readonly PlannedLaunch[]): PlannedLaunch[] {
  return plans.filter(({ chosen }) => chosen.length > 0);
}

/** How many servers are launched in all. */
export function countChosen(plans: readonly PlannedLaunch[]): number {
  return plans.reduce((sum, { chosen }) => sum + chosen.length, 0);
}
