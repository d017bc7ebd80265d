import type { Problem } from '@/lib/contract/problem';
import { Alert } from './Alert';
import { CopyButton } from './CopyButton';

/** What went wrong, in the words of the problem document, with all that a support case would ask for. */
export function ErrorState({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  // The detail of a problem with one field already holds its sentence.
  const fields = (problem.fields ?? []).filter(({ detail }) => !problem.detail.includes(detail));
  return (
    <Alert title={problem.title} detail={problem.detail} onRetry={onRetry}>
      {fields.length > 0 && (
        <ul className="mt-1 list-disc pl-5 text-muted">
          {fields.map(({ pointer, detail }) => (
            <li key={`${pointer} ${detail}`}>{detail}</li>
          ))}
        </ul>
      )}
      <ProblemFacts problem={problem} />
    </Alert>
  );
}

function ProblemFacts({ problem }: { problem: Problem }) {
  const facts = [
    problem.status > 0 && `${problem.status}`,
    problem.code,
    problem.errorName,
    problem.quotaCode,
    problem.requestID && `request ${problem.requestID}`,
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  return (
    <p className="mt-1 flex items-center gap-1 font-mono text-xs text-muted">
      <span className="min-w-0 break-words">{facts.join(' · ')}</span>
      <CopyButton text={JSON.stringify(problem, null, 2)} label="Copy the whole problem" />
    </p>
  );
}
