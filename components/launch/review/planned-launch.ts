import type { FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import type {
  FailbackLaunchPreview,
  PreviewedServer,
} from '@/lib/contract/failback-launch-preview';

/** What the operator decides for the whole of a review. */
export interface ReviewChoices {
  tags: Record<string, string>;
  withoutTags: boolean;
  /** By target: the cautions that were accepted, and so include their servers. */
  cautionAccepted: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One launch as it will be sent: a selection over several targets becomes several of them. */
export interface PlannedLaunch {
  target: string;
  preview: FailbackLaunchPreview;
  /** The servers that are launched, widest lag first. */
  chosen: PreviewedServer[];
  request: FailbackLaunchRequest;
}

/** What a preview is asked for: everything that is selected in one target. */
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

/** The launch that a preview comes to: what cannot be launched is left out, and its hash goes with it. */
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

/** The plans that come to a launch; where no server is chosen, nothing is sent. */
export function launchesOf(plans: readonly PlannedLaunch[]): PlannedLaunch[] {
  return plans.filter(({ chosen }) => chosen.length > 0);
}

/** How many servers are launched in all. */
export function countChosen(plans: readonly PlannedLaunch[]): number {
  return plans.reduce((sum, { chosen }) => sum + chosen.length, 0);
}
