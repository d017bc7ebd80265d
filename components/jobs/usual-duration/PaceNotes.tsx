import { useMemo } from 'react';
import type { JobAnswer } from '@/lib/contract/job';
import { formatCount } from '@/lib/format';
import { type Pace, pacesOf } from '@/lib/outcome/expectation';
import { Status } from '@/components/ui/Status';
import { serverName } from '../crossing/order';
import { arrivalWord } from '../job-words';
import { serverKey } from '../server-key';
import { ServerLink } from '../ServerLink';
import { paceWords } from './pace-words';

/** The most stalls that are listed; the rest is counted. */
const TOLD = 3;

/** How the slowest server compares with what this account has seen, or who has stalled. */
export function PaceNotes({
  answer,
  onOpenServer,
}: {
  answer: JobAnswer;
  onOpenServer: (key: string) => void;
}) {
  const { outcome, expectation, asOf } = answer;
  const paces = useMemo(() => pacesOf(outcome, expectation, asOf), [outcome, expectation, asOf]);
  const stalled = paces.filter(({ isStalled }) => isStalled);
  const [slowest] = paces;
  if (!slowest) return null;
  const words = (pace: Pace) => (
    <span>
      <ServerLink answer={answer} server={pace.server} onOpen={onOpenServer}>
        {serverName(pace.server, answer.names)}
      </ServerLink>{' '}
      {paceWords(pace, arrivalWord(answer.job))}
    </span>
  );
  if (stalled.length === 0) {
    return <p className="px-4 pb-3 text-muted">Slowest: {words(slowest)}</p>;
  }
  return (
    <section
      aria-label="Stalled servers"
      className="mx-4 mb-3.5 rounded-lg bg-caution-soft px-4 py-2.5"
    >
      <Status kind="caution">{formatCount(stalled.length, 'server')} may have stalled</Status>
      <ul className="mt-1 space-y-0.5">
        {stalled.slice(0, TOLD).map((pace) => (
          <li key={serverKey(pace.server)}>{words(pace)}</li>
        ))}
        {stalled.length > TOLD && <li>and {stalled.length - TOLD} more</li>}
      </ul>
    </section>
  );
}
