import { JobLink } from '@/components/jobs/JobLink';
import type { Batch } from '@/lib/contract/failback-launch';
import { Fact, Facts } from '@/components/ui/Facts';
import { Moment } from '@/components/ui/Moment';
import { ErrorState } from '@/components/ui/ErrorState';
import { Panel } from '@/components/ui/Panel';
import { formatCount } from '@/lib/format';
import { BatchJob } from './BatchJob';
import { BatchServers } from './BatchServers';
import { BatchStatus } from './BatchStatus';
import { BATCH_WORDS } from './batch-words';
import { standing } from './queue/queue-words';

/** One StartFailbackLaunch call: its state, the answer of DRS, and its job. */
export function BatchSection({ target, batch, of }: { target: string; batch: Batch; of: number }) {
  const { sentence, remedy } = BATCH_WORDS[batch.state];
  return (
    <>
      <Panel title={`Batch ${batch.number} of ${of}`} aside={<BatchStatus batch={batch} />}>
        <p className="px-4 pt-3 pb-2">
          {batch.waiting ? standing(batch) : sentence} {remedy}
        </p>
        {batch.problem && <ErrorState problem={batch.problem} />}
        <BatchFacts target={target} batch={batch} />
        {!batch.jobID && (
          <BatchServers target={target} recoveryInstanceIDs={batch.recoveryInstanceIDs} />
        )}
      </Panel>
      {batch.jobID && (
        <BatchJob
          target={target}
          jobID={batch.jobID}
          batch={batch}
          suffix={of > 1 ? `, batch ${batch.number}` : ''}
        />
      )}
    </>
  );
}

function BatchFacts({ target, batch }: { target: string; batch: Batch }) {
  return (
    <Facts>
      {batch.jobID && (
        <Fact name="Job">
          <JobLink target={target} jobID={batch.jobID} />
        </Fact>
      )}
      <Fact name="Asked for">{formatCount(batch.recoveryInstanceIDs.length, 'server')}</Fact>
      {batch.sentDateTime && (
        <Fact name="Sent">
          <Moment instant={batch.sentDateTime} />
        </Fact>
      )}
      {batch.answeredDateTime && (
        <Fact name="Answered">
          <Moment instant={batch.answeredDateTime} />
        </Fact>
      )}
    </Facts>
  );
}
