import type { ReactNode } from 'react';
import { JobLink } from '@/components/jobs/JobLink';
import type { Batch } from '@/lib/contract/failback-launch';
import { Moment } from '@/components/ui/Moment';
import { LAUNCH_TAG } from '@/lib/contract/tag-rules';
import { formatCount } from '@/lib/format';

/** What was looked for after the answer was lost, and what was seen. */
export function ParkedEvidence({
  target,
  evidence,
}: {
  target: string;
  evidence: NonNullable<Batch['evidence']>;
}) {
  const { sentDateTime, tag, looks, lastLookDateTime, jobsSeen, otherJobs, failbackJobIDs } =
    evidence;
  return (
    <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
      <Line name="Sent">
        <Moment instant={sentDateTime} />
      </Line>
      <Line name="Looked for">
        {tag ? (
          <>
            a job with the tag{' '}
            <code className="font-mono text-xs">
              {LAUNCH_TAG} = {tag}
            </code>
          </>
        ) : (
          'a job of exactly these servers; it was sent without tags'
        )}
      </Line>
      <Line name="Looked">
        {formatCount(looks, 'time')}, last <Moment instant={lastLookDateTime} />; DRS listed{' '}
        {formatCount(jobsSeen, 'job')}
      </Line>
      {otherJobs.length > 0 && (
        <Line name="Other jobs of these servers">
          <ul>
            {otherJobs.map(({ jobID, reason }) => (
              <li key={jobID}>
                <JobLink target={target} jobID={jobID} /> {reason}
              </li>
            ))}
          </ul>
        </Line>
      )}
      {failbackJobIDs.length > 0 && (
        <Line name="Last failback job of the servers">
          {failbackJobIDs.map((jobID) => (
            <JobLink key={jobID} target={target} jobID={jobID} className="mr-2" />
          ))}
        </Line>
      )}
    </dl>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
