import type { ReactNode } from 'react';
import type { Problem } from '@/lib/contract/problem';
import type { Aged } from '@/components/ui/age-words';
import { Freshness } from '@/components/ui/Freshness';

/** How one target was last read. */
interface TargetReading {
  target: string;
  /** Undefined while there is no answer. */
  answer: Omit<Aged, 'problem'> | undefined;
  problem: Problem | null;
}

/** How old the list is: once, or for each target where there are several. */
export function Readings({ readings }: { readings: TargetReading[] }) {
  const known = readings.filter(({ answer, problem }) => answer || problem);
  if (readings.length === 1)
    return known.map((reading) => <Reading key={reading.target} {...reading} />);
  return (
    <ul aria-label="Targets" className="flex flex-wrap justify-end gap-1.5">
      {known.map((reading) => (
        <li key={reading.target} className="flex max-w-full">
          <Reading {...reading}>
            <span className="font-medium whitespace-nowrap text-ink">{reading.target}</span>
          </Reading>
        </li>
      ))}
    </ul>
  );
}

function Reading({ answer, problem, children }: TargetReading & { children?: ReactNode }) {
  return (
    <Freshness answer={answer ?? NOT_READ} problem={problem}>
      {children}
    </Freshness>
  );
}

const NOT_READ = { asOf: null, intervalSeconds: null };
