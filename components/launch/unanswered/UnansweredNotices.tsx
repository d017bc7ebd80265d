import { PageLink } from '@/components/shell/PageLink';
import { CloseButton } from '@/components/ui/CloseButton';
import { Status } from '@/components/ui/Status';
import { Timestamp } from '@/components/ui/Timestamp';
import { useNow } from '@/components/ui/now';
import { paths } from '@/lib/paths';
import { attemptWords } from './attempt-words';
import { type LaunchAttempt, closeNotice } from './launch-attempts';

/** Shows on every page the launches whose review was left before their answer was seen. */
export function UnansweredNotices({ attempts }: { attempts: readonly LaunchAttempt[] }) {
  return (
    <section
      aria-label="Launches sent from this tab"
      aria-live="polite"
      className="mx-3 mt-3 divide-y divide-line rounded-xl border border-caution bg-surface sm:mx-6"
    >
      {attempts.map((attempt) => (
        <Notice key={attempt.key} attempt={attempt} />
      ))}
    </section>
  );
}

function Notice({ attempt }: { attempt: LaunchAttempt }) {
  const { kind, sentence, advice } = attemptWords(attempt);
  const launchID = 'launchID' in attempt.end ? attempt.end.launchID : undefined;
  return (
    <div className="flex items-start gap-3 px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap gap-x-2">
          <Status kind={kind} className="whitespace-normal!">
            {sentence}
          </Status>
          <PressedAt at={attempt.pressedAt} />
        </p>
        <p className="flex flex-wrap gap-x-3">
          <span>{advice}</span>
          <PageLink
            href={launchID ? paths.launch(launchID) : paths.launches}
            className="text-accent underline"
          >
            {launchID ? `Show ${launchID}` : 'Show the launches'}
          </PageLink>
        </p>
      </div>
      {attempt.end.state !== 'waiting' && (
        <CloseButton
          label={`Close what is said of the launch in ${attempt.target}`}
          onClick={() => closeNotice(attempt.key)}
        />
      )}
    </div>
  );
}

function PressedAt({ at }: { at: number }) {
  return (
    <span className="text-muted">
      pressed <Timestamp instant={new Date(at).toISOString()} now={useNow()} />
    </span>
  );
}
