import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import type { Reason } from '@/lib/contract/readiness';
import { groupBy } from '@/lib/outcome/group-by';

/** One objection of one rule with what to do about it, and every server that it is raised against. */
export interface SharedReason {
  key: string;
  verdict: Reason['verdict'];
  /** What the rule says of all the servers alike; undefined where it says something else of each. */
  sentence: string | undefined;
  remedy: string | undefined;
  servers: { recoveryInstanceID: string; name: string; sentence: string }[];
}

/** All the reasons for the verdicts of these servers. A server with several reasons is under each of them. */
export function sharedReasons(servers: readonly PreviewedServer[]): SharedReason[] {
  const raised = servers.flatMap(({ recoveryInstanceID, name, readiness }) =>
    readiness.reasons
      .filter(({ verdict }) => verdict === readiness.verdict)
      .map((reason) => ({ ...reason, recoveryInstanceID, name })),
  );
  const groups = groupBy(raised, ({ rule, verdict, remedy }) =>
    JSON.stringify([rule, verdict, remedy]),
  );
  return [...groups].flatMap(([key, ofRule]) => {
    const [first] = ofRule;
    if (!first) return [];
    const isShared = ofRule.every(({ sentence }) => sentence === first.sentence);
    return {
      key,
      verdict: first.verdict,
      sentence: isShared ? first.sentence : undefined,
      remedy: first.remedy,
      servers: ofRule.map(({ recoveryInstanceID, name, sentence }) => ({
        recoveryInstanceID,
        name,
        sentence,
      })),
    };
  });
}

/** What an operator accepts who accepts the cautions of these servers: each rule of each server. */
export function cautionsOf(servers: readonly PreviewedServer[]): ReadonlySet<string> {
  return new Set(
    servers.flatMap(({ recoveryInstanceID, readiness }) =>
      readiness.reasons.map(({ rule }) => `${recoveryInstanceID} ${rule}`),
    ),
  );
}

/** Whether somebody who accepted these cautions has accepted all that there is now; what is gone is no matter. */
export function areAccepted(
  accepted: ReadonlySet<string> | undefined,
  servers: readonly PreviewedServer[],
): boolean {
  return [...cautionsOf(servers)].every((caution) => accepted?.has(caution));
}
