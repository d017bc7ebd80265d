'use client';

import { useQuery } from '@tanstack/react-query';
import { Panel } from '@/components/ui/Panel';
import type { FailbackLaunchPreview } from '@/lib/contract/failback-launch-preview';
import { formatCount, formatDuration } from '@/lib/format';
import { jobsQuery } from '@/lib/queries/jobs';
import { pastFailbacks, rounds } from './expectation';

/** How many DRS jobs the launch needs, how many of them wait, and how long it may take. */
export function PlannedJobs({
  target,
  preview: { batches, batchesAtOnce, quotas, inUse, warnings },
  servers,
  where,
}: {
  target: string;
  preview: FailbackLaunchPreview;
  servers: number;
  where: string;
}) {
  if (batches.length === 0) return null;
  const waiting = batches.length - batchesAtOnce;
  return (
    <Panel title={`How it is sent${where}`}>
      <div className="space-y-2 p-4">
        <p className="text-base">
          {batches.length === 1
            ? `As one DRS job of ${formatCount(servers, 'server')}.`
            : `As ${formatCount(batches.length, 'DRS job')} of ${sizes(batches)}.`}{' '}
          {waiting > 0 &&
            `${batchesAtOnce === 0 ? 'None' : batchesAtOnce} can be sent at once; ${waiting} wait and are sent by themselves as others end.`}
        </p>
        {(waiting > 0 || inUse.jobs > 0) && (
          <p className="text-muted">
            DRS runs {quotas.jobsAtOnce} jobs at once with {quotas.serversInAllJobs} servers in all;{' '}
            {formatCount(inUse.jobs, 'job')} with {formatCount(inUse.servers, 'server')}{' '}
            {inUse.jobs === 1 ? 'is' : 'are'} running now.
          </p>
        )}
        <Expectation target={target} jobs={batches.length} atOnce={batchesAtOnce} />
        {warnings.map((warning) => (
          <p key={warning} className="font-medium text-caution">
            {warning}
          </p>
        ))}
      </div>
    </Panel>
  );
}

/** The duration of earlier failback jobs of this target is all that the estimate rests on. */
function Expectation({ target, jobs, atOnce }: { target: string; jobs: number; atOnce: number }) {
  const { data } = useQuery(jobsQuery(target));
  const past = data?.target === target ? pastFailbacks(data.jobs) : null;
  if (!past) {
    return (
      <p className="text-muted">
        How long it takes is not known: no failback job has ended here yet.
      </p>
    );
  }
  return (
    <p className="text-muted">
      Expected to take about{' '}
      <strong className="text-ink">
        {formatDuration(rounds(jobs, atOnce) * past.medianSeconds)}
      </strong>
      , if each job takes as long as the {past.count === 1 ? 'one' : `middle of the ${past.count}`}{' '}
      that ended here.
    </p>
  );
}

function sizes(batches: FailbackLaunchPreview['batches']): string {
  const counts = batches.map(({ recoveryInstanceIDs }) => recoveryInstanceIDs.length);
  const smallest = Math.min(...counts);
  const largest = Math.max(...counts);
  return smallest === largest
    ? `${formatCount(largest, 'server')} each`
    : `${smallest} to ${formatCount(largest, 'server')} each`;
}
