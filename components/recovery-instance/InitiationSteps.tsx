import { Moment } from '@/components/ui/Moment';
import { Panel } from '@/components/ui/Panel';
import { Status, type StatusKind } from '@/components/ui/Status';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { stepLabel } from '@/lib/readiness/rules/initiation';
import { lookUp } from '@/lib/readiness/look-up';

const STATUSES: Readonly<Record<string, { kind: StatusKind; word: string }>> = {
  SUCCEEDED: { kind: 'ready', word: 'Succeeded' },
  IN_PROGRESS: { kind: 'running', word: 'In progress' },
  FAILED: { kind: 'failed', word: 'Failed' },
};

/** Nothing has been done for these, so they carry no mark. */
const UNMARKED: Readonly<Record<string, string>> = {
  SKIPPED: 'Skipped',
  NOT_STARTED: 'Not started',
};

/** The steps of the latest attempt to start replication, in the order of DRS. */
export function InitiationSteps({ instance }: { instance: RecoveryInstance }) {
  const initiation = instance.dataReplicationInfo?.dataReplicationInitiation;
  const steps = initiation?.steps ?? [];
  if (steps.length === 0) return null;
  return (
    <Panel
      title="Initiation steps"
      aside={
        <span className="text-xs text-muted">
          Attempt began <Moment instant={initiation?.startDateTime} />
        </span>
      }
    >
      <ol className="divide-y divide-line">
        {steps.map(({ name, status }, index) => (
          <li
            key={`${index} ${name}`}
            className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-1.5"
          >
            <span className="min-w-0">
              {index + 1}. {stepLabel(name)}
              <code className="block font-mono text-[0.6875rem] wrap-anywhere text-muted">
                {name}
              </code>
            </span>
            <StepStatus status={status} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function StepStatus({ status }: { status: string | undefined }) {
  const unmarked = lookUp(UNMARKED, status);
  if (unmarked) return <span className="text-muted">{unmarked}</span>;
  const known = lookUp(STATUSES, status);
  return (
    <Status kind={known?.kind ?? 'unknown'}>{known?.word ?? status ?? 'Status not given'}</Status>
  );
}
