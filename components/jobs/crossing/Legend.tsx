import { PHASE_LOOK, PHASES } from './phase-look';
import { phaseWord } from './lane-words';

/** What the colours of the lanes mean. */
export function Legend({ arrived }: { arrived: string }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-muted" aria-label="Legend">
      {PHASES.map((phase) => (
        <li key={phase} className="flex items-center gap-1.5">
          <svg width={14} height={8} aria-hidden>
            <rect x={0.5} y={0.5} width={13} height={7} rx={2} className={PHASE_LOOK[phase]} />
          </svg>
          {phaseWord(phase, arrived)}
        </li>
      ))}
    </ul>
  );
}
