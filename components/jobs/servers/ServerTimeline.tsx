import type { CSSProperties } from 'react';
import type { JobAnswer, ServerOutcome } from '@/lib/contract/job';
import { classNames } from '@/components/ui/class-names';
import { formatWrittenClock, parseInstant } from '@/lib/format';
import { Bar } from '../crossing/Bar';
import { edgeAt, place } from '../crossing/geometry';
import { phaseWord } from '../crossing/lane-words';
import { PHASE_LOOK } from '../crossing/phase-look';
import { useAxis } from '../crossing/use-axis';
import { arrivalWord } from '../job-words';
import { Elapsed } from '@/components/ui/Moment';
import { spreadWords } from '../usual-duration/pace-words';
import { useNow } from '@/components/ui/now';
import { DrawerSection } from './DrawerSection';

/** What a server did, phase by phase, and how long it took beside what was usual. */
export function ServerTimeline({ answer, judged }: { answer: JobAnswer; judged: ServerOutcome }) {
  const arrived = arrivalWord(answer.job);
  const usual = new Map(answer.expectation?.phases.map((spread) => [spread.phase, spread]));
  return (
    <DrawerSection title="Timeline">
      <Lane answer={answer} judged={judged} />
      <ol className="mt-2 px-4">
        {judged.phases.map(({ phase, from, to }) => {
          const spread = to === undefined ? usual.get(phase) : undefined;
          return (
            <li
              key={`${phase} ${from}`}
              className="grid grid-cols-[0.75rem_minmax(0,1fr)_auto] items-baseline gap-x-2 py-0.5"
            >
              <span
                aria-hidden
                className={classNames(
                  'size-2.5 rounded-[2px] forced-color-adjust-none',
                  PHASE_LOOK[phase],
                )}
              />
              <span className="first-letter:uppercase">
                {phaseWord(phase, arrived)}
                {spread && <span className="text-muted">; {spreadWords(spread)}</span>}
              </span>
              <span className="text-right whitespace-nowrap text-muted">
                {formatWrittenClock(from)}
                {from !== to && (
                  <>
                    {' · '}
                    <Elapsed from={from} to={to} />
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </DrawerSection>
  );
}

function Lane({ answer, judged }: { answer: JobAnswer; judged: ServerOutcome }) {
  const knownUntil = answer.problem ? parseInstant(answer.asOf ?? undefined)?.getTime() : undefined;
  const axis = useAxis(answer, { knownUntil, width: 600 });
  const edge = place(axis, edgeAt(axis, useNow().getTime()));
  return (
    <div
      data-edge={knownUntil === undefined ? 'moving' : 'still'}
      style={{ '--edge': `${edge}%` } as CSSProperties}
      className="px-4"
    >
      <Bar server={judged} axis={axis} />
    </div>
  );
}
