import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import type { Reason } from '@/lib/contract/readiness';
import { groupBy } from '@/lib/outcome/group-by';

/** A reason with its remedy, and every server that has it. */
export interface SharedReason {
  key: string;
  verdict: Reason['verdict'];
  /** The sentence where it is the same for all the servers, such as one without figures. */
  sentence: string | undefined;
  remedy: string | undefined;
  servers: { recoveryInstanceID: string; name: string; sentence: string }[];
}

/** All the reasons for the verdicts of these servers, grouped. A server with several reasons is in several groups. */
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

/** The cautions of these servers, as a server and a rule each. */
export function cautionsOf(servers: readonly PreviewedServer[]): ReadonlySet<string> {
  return new Set(
    servers.flatMap(({ recoveryInstanceID, readiness }) =>
      readiness.reasons.map(({ rule }) => `${recoveryInstanceID} ${rule}`),
    ),
  );
}

/** Whether all the present cautions of these servers are among those that were accepted. */
export function areAccepted(
  accepted: ReadonlySet<string> | undefined,
  servers: readonly PreviewedServer[],
): boolean {
  return [...cautionsOf(servers)].every((caution) => accepted?.has(caution));
}
