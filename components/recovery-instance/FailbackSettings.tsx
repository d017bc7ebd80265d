import { useQuery } from '@tanstack/react-query';
import { Freshness } from '@/components/ui/Freshness';
import { latestProblem } from '@/lib/queries/latest-problem';
import { ListSkeleton } from '@/components/ui/ListSkeleton';
import { ErrorState } from '@/components/ui/ErrorState';
import { Panel } from '@/components/ui/Panel';
import type { FailbackReplicationConfiguration } from '@/lib/contract/failback-replication-configuration';
import { problemOf } from '@/lib/queries/fetch-json';
import { failbackReplicationConfigurationQuery } from '@/lib/queries/recovery-instance';
import { Fact, FactGrid } from './FactGrid';

/** How the data travels home. It is asked for while the page is open, and its error stays in its place. */
export function FailbackSettings({
  target,
  recoveryInstanceID,
}: {
  target: string;
  recoveryInstanceID: string;
}) {
  const query = useQuery(failbackReplicationConfigurationQuery(target, recoveryInstanceID));
  const { data, error, refetch } = query;
  return (
    <Panel
      title="Failback replication settings"
      aside={data && <Freshness answer={data} problem={latestProblem(query)} />}
    >
      {data && <Settings configuration={data.configuration} />}
      {!data && error && <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton label="The failback replication settings are being read" />}
    </Panel>
  );
}

function Settings({ configuration }: { configuration: FailbackReplicationConfiguration }) {
  const { name, bandwidthThrottling, usePrivateIP } = configuration;
  return (
    <FactGrid>
      <Fact name="Name">{name}</Fact>
      <Fact name="Bandwidth">{bandwidthWords(bandwidthThrottling)}</Fact>
      <Fact name="Route">{routeWords(usePrivateIP)}</Fact>
    </FactGrid>
  );
}

function bandwidthWords(mbps: number | undefined) {
  if (mbps === undefined) return undefined;
  return mbps === 0 ? 'Not throttled' : `Throttled to ${mbps} Mbps`;
}

function routeWords(usePrivateIP: boolean | undefined) {
  if (usePrivateIP === undefined) return undefined;
  return usePrivateIP ? 'Private IP (VPN, Direct Connect or peering)' : 'Public IP';
}
