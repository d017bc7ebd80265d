import { Conflicts } from '@/components/launch/Conflicts';
import { formatCount } from '@/lib/format';
import { HeldServers } from './HeldServers';
import { LeftOut } from './LeftOut';
import { PlannedJobs } from './PlannedJobs';
import { ServerList } from './ServerList';
import { UnlistedServers } from './UnlistedServers';
import { WhatWillHappen } from './WhatWillHappen';
import type { PlannedLaunch } from './planned-launch';

/** What will happen in one target, as one launch. */
export function TargetSection({
  plan: { target, preview, chosen, request },
  isOnly,
  onAcceptCaution,
}: {
  plan: PlannedLaunch;
  isOnly: boolean;
  onAcceptCaution: (accept: boolean) => void;
}) {
  // With several targets each title names its own.
  const where = isOnly ? '' : ` in ${target}`;
  const names = new Map(
    preview.blocked.map(({ recoveryInstanceID, name }) => [recoveryInstanceID, name]),
  );
  return (
    <section aria-label={target}>
      {!isOnly && (
        <p className="mt-5 mb-2 text-base">
          <strong>{target}</strong>
          {' · '}
          <span className="text-muted">
            {chosen.length === 0
              ? 'nothing is launched here'
              : `one launch of ${formatCount(chosen.length, 'server')}`}
          </span>
        </p>
      )}
      <WhatWillHappen servers={chosen} hasCaution={preview.caution.length > 0} where={where} />
      <PlannedJobs target={target} preview={preview} servers={chosen.length} where={where} />
      <LeftOut
        blocked={preview.blocked}
        caution={preview.caution}
        acceptCaution={request.acceptCaution}
        onAcceptCaution={onAcceptCaution}
        where={where}
      >
        {preview.problem?.conflicts && (
          <Conflicts target={target} conflicts={preview.problem.conflicts} names={names} />
        )}
        <HeldServers servers={preview.blocked} />
        <UnlistedServers target={target} servers={preview.blocked} />
      </LeftOut>
      <ServerList servers={chosen} where={where} />
    </section>
  );
}
