'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { Conflicts } from '@/components/launch/Conflicts';
import { LaunchLink } from '@/components/launch/LaunchLink';
import { isRefusal } from '@/components/launch/refusal';
import { ErrorState } from '@/components/ui/ErrorState';
import { Moment } from '@/components/ui/Moment';
import { Panel } from '@/components/ui/Panel';
import { Status } from '@/components/ui/Status';
import { useNow } from '@/components/ui/now';
import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { PlannedLaunch } from './planned-launch';
import type { SentLaunch, Wait, useLaunching } from './use-launching';

/** The result of each launch that was sent from this page. A single new launch opens its own page instead. */
export function SentLaunches({
  launching: { sent, isSending, waits },
  plans,
}: {
  launching: ReturnType<typeof useLaunching>;
  plans: readonly PlannedLaunch[];
}) {
  const router = useRouter();
  const region = useRef<HTMLDivElement>(null);
  const [only, ...others] = sent;
  const launchID = others.length === 0 && !only?.isEarlier ? only?.launch?.launchID : undefined;
  useEffect(() => {
    if (launchID) router.push(paths.launch(launchID));
  }, [launchID, router]);
  useEffect(() => {
    if (!isSending) region.current?.focus();
  }, [isSending]);

  return (
    <div ref={region} tabIndex={-1} aria-live="polite" className="rounded-xl outline-offset-4">
      <Panel title={isSending ? 'The launch is being sent' : 'Result'}>
        <ul className="divide-y divide-line">
          {sent.map((one) => (
            <li key={one.request.target} className="px-4 py-3">
              <Result sent={one} plan={plans.find(({ target }) => target === one.request.target)} />
            </li>
          ))}
        </ul>
        {isSending && <Waiting waits={waits} />}
      </Panel>
    </div>
  );
}

/** Most answers come sooner than this, in milliseconds. */
const LONG = 10_000;

function Waiting({ waits }: { waits: readonly Wait[] }) {
  const now = useNow().getTime();
  if (!waits.some(({ since, failures }) => failures > 0 || now - since > LONG)) return null;
  return (
    <p className="px-4 pb-3 text-caution">
      Homeward has not answered yet. For two minutes after the press, and only while this page is
      open, it is asked again under the same key, which repeats nothing.
    </p>
  );
}

function Result({
  sent: { request, launch, problem, isEarlier },
  plan,
}: {
  sent: SentLaunch;
  plan: PlannedLaunch | undefined;
}) {
  const what = `${formatCount(request.recoveryInstanceIDs.length, 'server')} in ${request.target}`;
  if (launch && isEarlier) return <EarlierLaunch what={what} launch={launch} />;
  if (launch) {
    return (
      <Status kind="ready" className="flex-wrap">
        {what}: on record as <LaunchLink launchID={launch.launchID} />
      </Status>
    );
  }
  if (!problem) return <Status kind="running">{what}: being sent</Status>;
  const names = new Map(
    (plan ? [...plan.chosen, ...plan.preview.blocked] : []).map(({ recoveryInstanceID, name }) => [
      recoveryInstanceID,
      name,
    ]),
  );
  return (
    <>
      {isRefusal(problem) ? (
        <>
          <Status kind="failed">{what}: not launched</Status>
          {isEarlier && (
            <p>
              This is the answer to an earlier press of the same launch, and nothing was sent now.
              To send it anew, press again.
            </p>
          )}
        </>
      ) : (
        <>
          <Status kind="unknown">{what}: no clear answer</Status>
          <p>
            {problem.launchID
              ? 'The launch is on record. Do not launch these servers anew; watch it instead.'
              : 'Whether the launch has begun is not known. Press again: it is the same launch, and nothing is repeated. The list of launches shows it if it is on record.'}
          </p>
        </>
      )}
      <ErrorState problem={problem} />
      {problem.conflicts && (
        <Conflicts target={request.target} conflicts={problem.conflicts} names={names} />
      )}
      {problem.launchID && (
        <p className="px-4">
          <Link href={paths.launch(problem.launchID)} className="text-accent underline">
            Show {problem.launchID}
          </Link>
        </p>
      )}
    </>
  );
}

/** The launch of an earlier press that had stayed without an answer. */
function EarlierLaunch({ what, launch }: { what: string; launch: FailbackLaunch }) {
  const { launchID, createdDateTime } = launch;
  return (
    <>
      <Status kind="caution" className="whitespace-normal!">
        {what}: nothing new was launched
      </Status>
      <p>
        This is the launch of <Moment instant={createdDateTime} />, which was on record already:{' '}
        <LaunchLink launchID={launchID} />
      </p>
      <p>
        Look at it first. To launch these servers once more, press again: that is then a launch of
        its own.
      </p>
    </>
  );
}
