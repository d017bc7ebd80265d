'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTargetName } from '@/components/shell/targets';
import { Age } from '@/components/ui/Age';
import { ErrorState } from '@/components/ui/ErrorState';
import { Identifier } from '@/components/ui/Identifier';
import { Panel } from '@/components/ui/Panel';
import { Pill } from '@/components/ui/Pill';
import { Skeleton } from '@/components/ui/Skeleton';
import { Status } from '@/components/ui/Status';
import { Timestamp } from '@/components/ui/Timestamp';
import { useNow } from '@/components/ui/now';
import type { JudgedRecoveryInstance } from '@/lib/contract/recovery-instance';
import { formatBytes, formatISODuration } from '@/lib/format';
import { paths } from '@/lib/paths';
import { problemOf } from '@/lib/queries/fetch-json';
import { recoveryInstanceQuery } from '@/lib/queries/fleet';
import { FLEET_INTERVAL } from '@/lib/queries/intervals';
import { VERDICT_LABELS, launchStateLabel, originLabel, replicationLabel } from './labels';

/** Everything that DRS says of one recovery instance, the verdict first. */
export function InstanceView({ recoveryInstanceID }: { recoveryInstanceID: string }) {
  const target = useTargetName();
  const { data, error, refetch } = useQuery(recoveryInstanceQuery(target, recoveryInstanceID));
  const now = useNow();
  const problem = error ? problemOf(error) : (data?.problem ?? null);
  const instance = data?.recoveryInstance;
  const hostname = instance?.recoveryInstanceProperties?.identificationHints?.hostname;
  return (
    <div className="mx-auto max-w-4xl">
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1>{hostname ?? recoveryInstanceID}</h1>
        <Identifier id={recoveryInstanceID} what="recovery instance id" />
        {data && (
          <Age
            asOf={data.asOf}
            problem={problem}
            intervalSeconds={FLEET_INTERVAL / 1000}
            now={now}
          />
        )}
      </div>
      {!instance && problem && <ErrorState problem={problem} onRetry={() => void refetch()} />}
      {!instance && !problem && <Skeleton className="h-64" />}
      {instance && (
        <>
          <Verdict target={target} instance={instance} />
          <Replication instance={instance} />
          <Identity instance={instance} />
          <Panel title="As DRS describes it">
            <details className="p-4">
              <summary>JSON</summary>
              <pre tabIndex={0} className="mt-2 max-h-96 overflow-auto font-mono text-xs">
                {JSON.stringify(instance, null, 2)}
              </pre>
            </details>
          </Panel>
        </>
      )}
    </div>
  );
}

function Verdict({
  target,
  instance: { readiness, failback },
}: {
  target: string;
  instance: JudgedRecoveryInstance;
}) {
  return (
    <Panel title="Can I press it?">
      <div className="p-4">
        <Status kind={readiness.verdict} className="text-base">
          {VERDICT_LABELS[readiness.verdict]}
        </Status>
        <ul className="mt-2 space-y-2">
          {readiness.reasons.map(({ rule, verdict, sentence, remedy }) => (
            <li key={rule}>
              <Status kind={verdict} className="mr-2 text-xs">
                {VERDICT_LABELS[verdict]}
              </Status>
              {sentence}
              {remedy && <span className="text-muted"> {remedy}</span>}
            </li>
          ))}
        </ul>
        {failback?.failbackJobID && (
          <p className="mt-3">
            Last job:{' '}
            <Link
              href={paths.job(target, failback.failbackJobID)}
              className="text-accent underline"
            >
              {failback.failbackJobID}
            </Link>
          </p>
        )}
      </div>
    </Panel>
  );
}

function Replication({ instance }: { instance: JudgedRecoveryInstance }) {
  const { failback, dataReplicationInfo: info } = instance;
  const now = useNow();
  return (
    <Panel title="Replication to the machine at home">
      <Facts
        facts={[
          ['Launch state', launchStateLabel(failback?.state)],
          ['Replication', replicationLabel(info?.dataReplicationState)],
          ['Lag', formatISODuration(info?.lagDuration)],
          [
            'Failback client seen',
            <Timestamp
              key="client"
              instant={failback?.failbackClientLastSeenByServiceDateTime}
              now={now}
            />,
          ],
          [
            'Agent seen',
            <Timestamp key="agent" instant={failback?.agentLastSeenByServiceDateTime} now={now} />,
          ],
          ['Returns to', returnsTo(failback?.failbackToOriginalServer)],
        ]}
      />
      <ul className="border-t border-line px-4 py-3">
        {(info?.replicatedDisks ?? []).map((disk) => {
          const total = disk.totalStorageBytes ?? 0;
          const done = disk.replicatedStorageBytes ?? 0;
          return (
            <li key={disk.deviceName} className="flex flex-wrap items-center gap-x-3 py-1">
              <span className="w-24 font-mono text-xs">{disk.deviceName}</span>
              <progress
                aria-label={`Replicated of ${disk.deviceName}`}
                value={done}
                max={Math.max(1, total)}
                className="h-2 flex-1 basis-32 appearance-none overflow-hidden rounded-full bg-done-soft [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-done-soft [&::-webkit-progress-value]:bg-accent"
              />
              <span className="text-xs text-muted">
                {formatBytes(done)} of {formatBytes(total)}
                {disk.backloggedStorageBytes
                  ? `, ${formatBytes(disk.backloggedStorageBytes)} behind`
                  : ''}
              </span>
            </li>
          );
        })}
      </ul>
      {info?.dataReplicationInitiation?.steps && (
        <ol className="border-t border-line px-4 py-3 text-xs">
          {info.dataReplicationInitiation.steps.map(({ name, status }) => (
            <li key={name} className="flex justify-between gap-4 py-0.5">
              <span className="font-mono break-all">{name}</span>
              <span className="text-muted">{status}</span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Identity({ instance }: { instance: JudgedRecoveryInstance }) {
  const properties = instance.recoveryInstanceProperties;
  const ips = properties?.networkInterfaces?.flatMap((card) => card.ips ?? []) ?? [];
  return (
    <Panel title="Identity">
      <Facts
        facts={[
          ['FQDN', properties?.identificationHints?.fqdn],
          ['Addresses', ips.join(', ')],
          ['System', properties?.os?.fullString],
          ['Memory', properties?.ramBytes ? formatBytes(properties.ramBytes) : undefined],
          ['Origin', originLabel(instance.originEnvironment)],
          ['EC2 state', instance.ec2InstanceState],
          ['Source server', instance.sourceServerID],
          ['VMware UUID', properties?.identificationHints?.vmWareUuid],
        ]}
      />
      <p className="flex flex-wrap gap-1.5 border-t border-line px-4 py-3">
        {Object.entries(instance.tags ?? {}).map(([key, value]) => (
          <Pill key={key}>
            {key} = {value}
          </Pill>
        ))}
      </p>
    </Panel>
  );
}

function Facts({ facts }: { facts: [name: string, value: ReactNode][] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 p-4 sm:grid-cols-2">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-xs text-muted">{name}</dt>
          <dd className="break-words">{value || '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

function returnsTo(isOriginal: boolean | undefined) {
  if (isOriginal === undefined) return undefined;
  return isOriginal ? 'The original machine' : 'Another machine';
}
