'use client';

import type { JobAnswer } from '@/lib/contract/job';
import { EmptyState } from '@/components/ui/EmptyState';
import { Panel } from '@/components/ui/Panel';
import { arrivalWord } from '../job-words';
import { Lanes } from './Lanes';
import { Legend } from './Legend';

export type CrossingJob = Pick<JobAnswer, 'target' | 'job' | 'outcome' | 'names'>;

/**
 * The picture of a job: one lane per server on a shared time axis, what needs a person first.
 * `knownUntil` is when DRS was last read, if it cannot be read now: the running edge stops there.
 * `onOpenServer` opens a server in place, where the page can; else its name leads to the page of the job.
 */
export function Crossing({
  title = 'Crossing',
  answer,
  knownUntil,
  onOpenServer,
}: {
  title?: string;
  answer: CrossingJob;
  knownUntil?: number | undefined;
  onOpenServer?: (key: string) => void;
}) {
  const { servers } = answer.outcome;
  return (
    <Panel
      title={title}
      aside={servers.length > 0 && <Legend servers={servers} arrived={arrivalWord(answer.job)} />}
    >
      {servers.length === 0 ? (
        <EmptyState title="No servers take part">DRS names none in this job.</EmptyState>
      ) : (
        <Lanes answer={answer} knownUntil={knownUntil} onOpenServer={onOpenServer} />
      )}
    </Panel>
  );
}
