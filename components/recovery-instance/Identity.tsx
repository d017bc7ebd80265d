import type { ReactNode } from 'react';
import { JobLink } from '@/components/jobs/JobLink';
import { Moment } from '@/components/ui/Moment';
import { Identifier } from '@/components/ui/Identifier';
import { Panel } from '@/components/ui/Panel';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { formatBytes } from '@/lib/format';
import { originLabel } from '@/lib/readiness/labels';
import { ApiValue } from './ApiValue';
import { Fact, FactGrid } from './FactGrid';
import { cpuWords, launchedFor } from './identity-words';

/** Which machine this is. */
export function Identity({ target, instance }: { target: string; instance: RecoveryInstance }) {
  const properties = instance.recoveryInstanceProperties;
  const hints = properties?.identificationHints;
  return (
    <Panel title="Identity">
      <FactGrid>
        <Fact name="Hostname">{hints?.hostname}</Fact>
        <Fact name="FQDN">{hints?.fqdn}</Fact>
        <Fact name="Operating system">{properties?.os?.fullString}</Fact>
        <Fact name="CPU">{cpuWords(properties?.cpus)}</Fact>
        <Fact name="RAM">
          {properties?.ramBytes ? formatBytes(properties.ramBytes) : undefined}
        </Fact>
        <Fact name="VMware UUID">{identifier('VMware UUID', hints?.vmWareUuid)}</Fact>
        <Fact name="Source server">{identifier('source server id', instance.sourceServerID)}</Fact>
        <Fact name="EC2 instance">{identifier('EC2 instance id', instance.ec2InstanceID)}</Fact>
        <Fact name="EC2 state">{instance.ec2InstanceState}</Fact>
        <Fact name="Origin">
          <ApiValue
            label={originLabel(instance.originEnvironment)}
            value={instance.originEnvironment}
          />
        </Fact>
        <Fact name="Origin zone">{instance.originAvailabilityZone}</Fact>
        <Fact name="Launched for">{launchedFor(instance.isDrill)}</Fact>
        <Fact name="Launched by job">
          {instance.jobID && <JobLink target={target} jobID={instance.jobID} />}
        </Fact>
        <Fact name="Launched from the point in time">
          <Moment instant={instance.pointInTimeSnapshotDateTime} />
        </Fact>
        <Fact name="Agent version">{instance.agentVersion}</Fact>
        <Fact name="Properties updated">
          <Moment instant={properties?.lastUpdatedDateTime} />
        </Fact>
        <Fact name="ARN" isWide>
          {identifier('ARN', instance.arn)}
        </Fact>
      </FactGrid>
      <Hardware properties={properties} />
    </Panel>
  );
}

function Hardware({ properties }: { properties: RecoveryInstance['recoveryInstanceProperties'] }) {
  const cards = properties?.networkInterfaces ?? [];
  const disks = properties?.disks ?? [];
  return (
    <div className="grid gap-x-6 gap-y-3 border-t border-line p-4 sm:grid-cols-2">
      <Pieces title="Network interfaces">
        {cards.map(({ macAddress, ips, isPrimary }, index) => (
          <li key={`${index} ${macAddress}`}>
            <span className="font-mono text-xs">{ips?.join(', ') || 'No address'}</span>{' '}
            <span className="text-muted">
              {[macAddress, isPrimary && 'primary'].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </Pieces>
      <Pieces title="Disks">
        {disks.map(({ internalDeviceName, bytes, ebsVolumeID }, index) => (
          <li key={`${index} ${ebsVolumeID}`}>
            <bdi className="font-mono text-xs">{internalDeviceName ?? `Disk ${index + 1}`}</bdi>{' '}
            <span className="text-muted">
              {[bytes !== undefined && formatBytes(bytes), ebsVolumeID].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </Pieces>
    </div>
  );
}

function Pieces({ title, children }: { title: string; children: ReactNode[] }) {
  return (
    <div className="min-w-0">
      <h3 className="text-xs text-muted">{title}</h3>
      {children.length > 0 ? <ul className="wrap-anywhere">{children}</ul> : <p>–</p>}
    </div>
  );
}

const identifier = (what: string, id: string | undefined) =>
  id && <Identifier id={id} what={what} />;
