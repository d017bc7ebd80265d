import type { Phase, ServerOutcome } from '@/lib/contract/job';
import { classNames } from '@/components/ui/class-names';
import { phaseWord } from './lane-words';
import { PHASE_LOOK, PHASES } from './phase-look';

/** The phases of a server without a failure. */
const USUAL: readonly Phase[] = ['requested', 'converting', 'rebooting', 'home'];

/** What the colours of the lanes mean, as far as they occur. */
export function Legend({ servers, arrived }: { servers: ServerOutcome[]; arrived: string }) {
  const occurring = new Set<Phase>(
    servers.flatMap(({ phases }) => phases.map(({ phase }) => phase)),
  );
  if (arrived !== 'terminated') for (const phase of USUAL) occurring.add(phase);
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-muted" aria-label="Legend">
      {PHASES.filter((phase) => occurring.has(phase)).map((phase) => (
        <li key={phase} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className={classNames(
              'h-2 w-3.5 rounded-[2px] forced-color-adjust-none',
              PHASE_LOOK[phase],
            )}
          />
          {phaseWord(phase, arrived)}
        </li>
      ))}
    </ul>
  );
}
