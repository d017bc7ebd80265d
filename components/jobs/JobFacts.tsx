import Link from 'next/link';
import type { JobAnswer } from '@/lib/contract/job';
import { paths } from '@/lib/paths';
import { Fact, Facts } from '@/components/ui/Facts';
import { initiatorWord, jobTypeWord } from './job-words';
import { launchOf } from './launch-tag';
import { Elapsed, Moment } from '@/components/ui/Moment';
import { spreadWords } from './usual-duration/pace-words';

/** When, by whom and for what: each value in words, with the name the API gives it. */
export function JobFacts({
  answer: { job, target, expectation },
}: {
  answer: Pick<JobAnswer, 'job' | 'target' | 'expectation'>;
}) {
  const launch = launchOf(job.tags);
  return (
    <Facts>
      <Fact name="Started">
        <Moment instant={job.creationDateTime} />
      </Fact>
      {job.endDateTime && (
        <Fact name="Ended">
          <Moment instant={job.endDateTime} />
        </Fact>
      )}
      <Fact name="Took">
        <Elapsed from={job.creationDateTime} to={job.endDateTime} />
      </Fact>
      {expectation?.job && <Fact name="Usual">{spreadWords(expectation.job)}</Fact>}
      <Fact name="Type">
        {jobTypeWord(job)} <ApiName>{job.type}</ApiName>
      </Fact>
      <Fact name="Initiated by">
        {initiatorWord(job.initiatedBy)} <ApiName>{job.initiatedBy}</ApiName>
      </Fact>
      <Fact name="Status in DRS">
        <ApiName>{job.status ?? '–'}</ApiName>
      </Fact>
      <Fact name="Target">{target}</Fact>
      {launch && (
        <Fact name="Launch">
          <Link href={paths.launch(launch.launchID)} className="text-accent underline">
            {launch.launchID}
          </Link>
          , batch {launch.batch}
        </Fact>
      )}
    </Facts>
  );
}

function ApiName({ children }: { children: string | undefined }) {
  return <code className="font-mono text-xs text-muted">{children}</code>;
}
