import { JobLink } from '@/components/jobs/JobLink';
import { Panel } from '@/components/ui/Panel';
import { Status } from '@/components/ui/Status';
import type { RecoveryInstanceAnswer } from '@/lib/contract/recovery-instance';
import { VERDICT_LABELS } from '@/lib/readiness/labels';
import { Checklist } from './Checklist';
import { InAWSNextStep } from './InAWSNextStep';

/** Can failback be launched now, and if not, why and what to do: one sentence, then every rule. */
export function VerdictPanel({ answer }: { answer: RecoveryInstanceAnswer }) {
  const { target, recoveryInstance, checklist, failbackProcedure } = answer;
  const { verdict } = recoveryInstance.readiness;
  const label = VERDICT_LABELS[verdict];
  const jobID = recoveryInstance.failback?.failbackJobID;
  return (
    <Panel title="Can I press the button now?">
      <p className="px-4 pt-3.5 pb-3 text-lg leading-snug wrap-anywhere">
        <Status kind={verdict} className="align-bottom">
          {label}
        </Status>
        {/* The sentence begins with the very label. */}
        {checklist.sentence.slice(label.length)}
      </p>
      {failbackProcedure.kind === 'in-aws' && <InAWSNextStep procedure={failbackProcedure} />}
      {jobID && (
        <p className="px-4 pb-3 text-muted">
          Last failback job: <JobLink target={target} jobID={jobID} />
        </p>
      )}
      <Checklist checks={checklist.checks} />
    </Panel>
  );
}
