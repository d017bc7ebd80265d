import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import type { OpenHolder } from '@/lib/store/open-holders';
import type { Survey } from './survey';

/** A survey in which servers that an earlier launch has cannot be launched, and say which launch it is. */
export function withoutHeld(survey: Survey, holders: readonly OpenHolder[]): Survey {
  const holderOf = new Map(holders.map((holder) => [holder.recoveryInstanceID, holder]));
  const isFree = ({ recoveryInstanceID }: PreviewedServer) => !holderOf.has(recoveryInstanceID);
  const { launchable, caution, blocked } = survey;
  const held = [...launchable, ...caution].flatMap((server) => {
    const holder = holderOf.get(server.recoveryInstanceID);
    return holder ? toHeldServer(server, holder) : [];
  });
  return {
    ...survey,
    launchable: launchable.filter(isFree),
    caution: caution.filter(isFree),
    blocked: [...blocked, ...held],
  };
}

function toHeldServer(
  server: PreviewedServer,
  { launchID, number, state, actor, launchDateTime }: OpenHolder,
): PreviewedServer {
  const reason = {
    rule: 'held',
    verdict: 'blocked' as const,
    sentence: `${launchID} has it, and its end is not clear yet. See to that launch first.`,
  };
  return {
    ...server,
    heldBy: { launchID, batch: number, state, actor, launchDateTime },
    readiness: { verdict: 'blocked', reasons: [reason] },
  };
}
