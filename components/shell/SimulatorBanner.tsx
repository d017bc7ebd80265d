import { useTargets } from './targets';

/** Says on every page that this is a rehearsal, with a link to its controls. Absent against AWS. */
export function SimulatorBanner() {
  const targets = useTargets();
  const simulated = targets.filter((target) => target.simulated);
  const panels = new Set(simulated.map(({ simulatorPanel }) => simulatorPanel));
  if (simulated.length === 0) return null;
  return (
    <aside
      aria-label="Simulator"
      className="flex flex-wrap gap-x-3 border-b border-running bg-running-soft px-3 py-1.5 text-running sm:px-6"
    >
      <p>
        <strong>Simulator.</strong>{' '}
        {simulated.length === targets.length
          ? 'No machine is touched.'
          : `${simulated.map(({ name }) => name).join(', ')}: no machine is touched.`}
      </p>
      {[...panels].map((panel) => (
        <a key={panel} href={panel} target="_blank" rel="noreferrer" className="underline">
          Steer the rehearsal<span className="sr-only"> (opens a new tab)</span>
        </a>
      ))}
    </aside>
  );
}
