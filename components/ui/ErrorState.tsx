import type { Problem } from '@/lib/contract/problem';
import { Button } from './Button';
import { CopyButton } from './CopyButton';
import { Icon } from './icons';

/** What went wrong, in the words of the problem document, with all that a support case would ask for. */
export function ErrorState({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  return (
    <div
      role="alert"
      className="m-4 flex flex-wrap items-start gap-3 rounded-lg bg-blocked-soft px-4 py-3"
    >
      <Icon name="failed" className="mt-0.5 shrink-0 text-failed" />
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">{problem.title}</p>
        <p className="text-muted">{problem.detail}</p>
        {problem.fields && (
          <ul className="mt-1 list-disc pl-5 text-muted">
            {problem.fields.map(({ pointer, detail }) => (
              <li key={`${pointer} ${detail}`}>{detail}</li>
            ))}
          </ul>
        )}
        <ProblemFacts problem={problem} />
      </div>
      {onRetry && <Button onClick={onRetry}>Retry</Button>}
    </div>
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
