'use client';

import { useQuery } from '@tanstack/react-query';
import { PageWithoutAnswer } from '@/components/shell/PageWithoutAnswer';
import { Freshness } from '@/components/ui/Freshness';
import { latestProblem } from '@/lib/queries/latest-problem';
import { RawJson } from '@/components/ui/RawJson';
import { useTabTitle } from '@/components/ui/use-tab-title';
import { useTargetName } from '@/components/shell/targets';
import { Identifier } from '@/components/ui/Identifier';
import { Panel } from '@/components/ui/Panel';
import { Pill } from '@/components/ui/Pill';
import { paths } from '@/lib/paths';
import type { RecoveryInstanceAnswer } from '@/lib/contract/recovery-instance';
import { serverName } from '@/lib/contract/server-name';
import { recoveryInstanceQuery } from '@/lib/queries/recovery-instance';
import { VERDICT_LABELS } from '@/lib/readiness/labels';
import { FailbackSettings } from './FailbackSettings';
import { History } from './History';
import { Identity } from './Identity';
import { InitiationSteps } from './InitiationSteps';
import { Replication } from './Replication';
import { Tags } from './Tags';
import { VerdictPanel } from './VerdictPanel';

/** Everything that DRS says of one recovery instance, in the order in which it is needed. */
export function RecoveryInstancePage({ recoveryInstanceID }: { recoveryInstanceID: string }) {
  const target = useTargetName();
  const query = useQuery(recoveryInstanceQuery(target, recoveryInstanceID));
  const { data } = query;
  useTabTitle(
    data && `${VERDICT_LABELS[data.recoveryInstance.readiness.verdict]} · ${nameOf(data)}`,
  );
  if (!data) {
    const list = { href: paths.fleet, label: 'Show the fleet' };
    return (
      <PageWithoutAnswer
        id={recoveryInstanceID}
        noun="recovery instance"
        list={list}
        query={query}
      />
    );
  }
  const { recoveryInstance: instance, failbackProcedure } = data;
  return (
    <div className="mx-auto max-w-6xl">
      <header className="mb-3.5 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="min-w-0 wrap-anywhere">
          <bdi>{nameOf(data)}</bdi>
        </h1>
        <Identifier id={recoveryInstanceID} what="recovery instance id" />
        <Pill>{data.target}</Pill>
        <span className="ml-auto flex max-w-full">
          <Freshness answer={data} problem={latestProblem(query)} />
        </span>
      </header>
      <VerdictPanel answer={data} />
      <Replication answer={data} />
      <InitiationSteps instance={instance} />
      <Identity target={data.target} instance={instance} />
      {/* They steer the failback client alone. */}
      {failbackProcedure.kind !== 'in-aws' && (
        <FailbackSettings target={data.target} recoveryInstanceID={recoveryInstanceID} />
      )}
      <Tags tags={instance.tags} />
      <History target={data.target} recoveryInstanceID={recoveryInstanceID} />
      <Panel title="As DRS describes it">
        <div className="-mt-px">
          <RawJson summary="JSON of this recovery instance" value={withoutReadiness(instance)} />
        </div>
      </Panel>
    </div>
  );
}

function nameOf({ recoveryInstance }: RecoveryInstanceAnswer): string {
  const { recoveryInstanceID, recoveryInstanceProperties: properties } = recoveryInstance;
  return serverName({ hostname: properties?.identificationHints?.hostname, recoveryInstanceID });
}

/** The instance as it came from DRS. */
function withoutReadiness(instance: RecoveryInstanceAnswer['recoveryInstance']) {
  return Object.fromEntries(Object.entries(instance).filter(([name]) => name !== 'readiness'));
}
