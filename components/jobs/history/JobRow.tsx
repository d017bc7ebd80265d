import { memo } from 'react';
import { JobLink } from '../JobLink';
import { CardRow, Cell, NameCell } from '@/components/ui/CardTable';
import { initiatorWord, jobTypeWord } from '../job-words';
import { Elapsed, Moment } from '@/components/ui/Moment';
import { OutcomeStatus } from '../OutcomeStatus';
import { TagPills } from '../TagPills';
import type { HistoryJob } from './merge';
import { participants } from './participants';

/** One job of the history. */
export const JobRow = memo(function JobRow({
  job,
  hasTarget,
}: {
  job: HistoryJob;
  hasTarget: boolean;
}) {
  return (
    <CardRow>
      <NameCell>
        <JobLink target={job.target} jobID={job.jobID} />
        <div className="mt-1 font-normal empty:hidden">
          <TagPills tags={job.tags} />
        </div>
      </NameCell>
      {hasTarget && <Cell name="Target">{job.target}</Cell>}
      <Cell name="Type">
        <WordAndName word={jobTypeWord(job)} apiName={job.type} />
      </Cell>
      <Cell name="Initiated by">
        <WordAndName word={initiatorWord(job.initiatedBy)} apiName={job.initiatedBy} />
      </Cell>
      <Cell name="Started">
        <Moment instant={job.creationDateTime} />
      </Cell>
      <Cell name="Took">
        <span className="whitespace-nowrap">
          <Elapsed from={job.creationDateTime} to={job.endDateTime} />
        </span>
      </Cell>
      <Cell name="Participants">
        <span className="whitespace-nowrap">{participants(job)}</span>
      </Cell>
      <Cell name="Outcome">
        <OutcomeStatus outcome={job.outcome.outcome} isLogRead={job.outcome.isLogRead} />
        <p className="text-xs text-muted">{job.outcome.sentence}</p>
      </Cell>
    </CardRow>
  );
});

/** The word of the console, and the name of the API where it says it differently. */
function WordAndName({ word, apiName }: { word: string; apiName: string | undefined }) {
  return (
    <>
      {word}
      {apiName && apiName !== word && (
        <code className="block font-mono text-[0.6875rem] text-muted">{apiName}</code>
      )}
    </>
  );
}
