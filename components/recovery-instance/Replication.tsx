import { Moment } from '@/components/ui/Moment';
import { Panel } from '@/components/ui/Panel';
import type { RecoveryInstanceAnswer } from '@/lib/contract/recovery-instance';
import { formatBytes, formatISODuration } from '@/lib/format';
import { type ReplicatedDisk, sumOfDisks } from '@/lib/readiness/disks';
import { launchStateLabel, replicationLabel } from '@/lib/readiness/labels';
import { ApiValue } from './ApiValue';
import { DiskProgress } from './DiskProgress';
import { Fact, FactGrid } from './FactGrid';
import { LagChart } from './lag/LagChart';

/** How far the data is, how far behind, and how the lag has gone since Homeward watches. */
export function Replication({ answer }: { answer: RecoveryInstanceAnswer }) {
  const { failback, dataReplicationInfo: info } = answer.recoveryInstance;
  const disks = info?.replicatedDisks ?? [];
  const backlog = sumOfDisks(disks, 'backloggedStorageBytes');
  return (
    <Panel title="Replication">
      <FactGrid>
        <Fact name="Launch state">
          <ApiValue label={launchStateLabel(failback?.state)} value={failback?.state} />
        </Fact>
        <Fact name="Data replication">
          <ApiValue
            label={replicationLabel(info?.dataReplicationState)}
            value={info?.dataReplicationState}
          />
        </Fact>
        <Fact name="Lag">{formatISODuration(info?.lagDuration)}</Fact>
        <Fact name="Backlog">{backlog === undefined ? undefined : formatBytes(backlog)}</Fact>
        <Fact name="Replicated">{replicatedWords(disks)}</Fact>
        <Fact name="Expected end">
          <Moment instant={info?.etaDateTime} />
        </Fact>
        <Fact name="Failback client seen">
          <Moment instant={failback?.failbackClientLastSeenByServiceDateTime} />
        </Fact>
        <Fact name="Agent seen">
          <Moment instant={failback?.agentLastSeenByServiceDateTime} />
        </Fact>
        <Fact name="Returns to">{returnsTo(failback?.failbackToOriginalServer)}</Fact>
        <Fact name="Initiated">
          <Moment instant={failback?.failbackInitiationTime} />
        </Fact>
        <Fact name="First byte">
          <Moment instant={failback?.firstByteDateTime} />
        </Fact>
        <Fact name="Replicating for">
          {formatISODuration(failback?.elapsedReplicationDuration)}
        </Fact>
        <Fact name="Last launch type">{failback?.failbackLaunchType}</Fact>
        <Fact name="Failback client">{failback?.failbackClientID}</Fact>
        <Fact name="Staging zone">{info?.stagingAvailabilityZone}</Fact>
      </FactGrid>
      <LagChart samples={answer.lagHistory} cautionSeconds={answer.thresholds.lagCautionSeconds} />
      {disks.length > 0 && <DiskProgress disks={disks} />}
    </Panel>
  );
}

/** A disconnected instance has disks of no size. */
function replicatedWords(disks: readonly ReplicatedDisk[]) {
  const total = sumOfDisks(disks, 'totalStorageBytes');
  const replicated = sumOfDisks(disks, 'replicatedStorageBytes');
  if (!total || replicated === undefined) return undefined;
  return `${formatBytes(replicated)} of ${formatBytes(total)}`;
}

function returnsTo(isOriginal: boolean | undefined) {
  if (isOriginal === undefined) return undefined;
  return isOriginal ? 'The original machine' : 'Another machine';
}
