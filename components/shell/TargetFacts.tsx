import { useTargets } from './targets';

/** What this console is connected to. A simulator is never mistaken for AWS, nor AWS for a simulator. */
export function TargetFacts() {
  const [target] = useTargets();
  if (!target) return null;
  const name = target.name === target.region ? target.region : `${target.name} · ${target.region}`;
  return (
    <p className="ml-auto text-right text-xs text-muted md:mt-auto md:ml-0 md:px-2 md:text-left">
      <span className={target.simulated ? 'font-semibold text-running' : 'font-semibold text-ink'}>
        {target.simulated ? 'Simulator' : 'AWS'}
      </span>{' '}
      <span className="md:block">{name}</span>
      <span className="hidden md:block">Local operator</span>
    </p>
  );
}
