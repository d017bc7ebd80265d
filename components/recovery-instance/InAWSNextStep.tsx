import type { FailbackProcedure } from '@/lib/contract/failback-procedure';
import { ExternalLink } from './ExternalLink';

/** What comes next for an instance that came from AWS, and where: Homeward leads there and sends nothing. */
export function InAWSNextStep({
  procedure: { nextStep },
}: {
  procedure: Extract<FailbackProcedure, { kind: 'in-aws' }>;
}) {
  return (
    <section
      aria-label="Next step of the in-AWS failback"
      className="mx-4 mb-3.5 rounded-lg bg-accent-soft px-4 py-3"
    >
      <p className="text-xs text-muted">Next step, done in the AWS console</p>
      <p className="font-medium">{nextStep.sentence}</p>
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {nextStep.consoleURL && nextStep.region && (
          <ExternalLink href={nextStep.consoleURL}>
            Open DRS in the AWS console of {nextStep.region}
          </ExternalLink>
        )}
        <ExternalLink href={nextStep.source}>How AWS describes it</ExternalLink>
      </p>
    </section>
  );
}
