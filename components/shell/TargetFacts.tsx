import type { Target } from '@/lib/contract/target';
import { useTargets } from './targets';

/** What this console is connected to, and who launches. It tells a simulator from AWS. */
export function TargetFacts({ operator }: { operator: string }) {
  const targets = useTargets();
  return (
    <div className="ml-auto text-right text-xs text-muted md:mt-auto md:ml-0 md:px-2 md:text-left">
      <ul aria-label="Targets" className="max-md:flex max-md:gap-x-3">
        {targets.map((target, index) => (
          // A narrow screen has room for one; the fleet page shows all of them.
          <li key={target.name} className={index > 0 ? 'max-md:hidden md:mt-2' : ''}>
            <TargetFact target={target} />
          </li>
        ))}
      </ul>
      <p className="hidden break-words md:mt-2 md:block">{operator}</p>
    </div>
  );
}

function TargetFact({ target: { name, region, simulated } }: { target: Target }) {
  return (
    <>
      <span className={simulated ? 'font-semibold text-running' : 'font-semibold text-ink'}>
        {simulated ? 'Simulator' : 'AWS'}
      </span>{' '}
      <span className="break-words md:block">
        {name === region ? region : `${name} · ${region}`}
      </span>
    </>
  );
}
