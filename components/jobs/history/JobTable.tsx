import { useState } from 'react';
import { useTargets } from '@/components/shell/targets';
import { Button } from '@/components/ui/Button';
import { CardTable } from '@/components/ui/CardTable';
import { JobRow } from './JobRow';
import type { HistoryJob } from './merge';

/** How many jobs are shown at first, and added with each press. */
const PAGE = 100;

/** The jobs in their order, with the target of each where there are several. */
export function JobTable({ jobs }: { jobs: HistoryJob[] }) {
  const hasTargets = useTargets().length > 1;
  const [room, setRoom] = useState(PAGE);
  const rest = jobs.length - room;
  return (
    <>
      <CardTable
        caption="DRS jobs, newest first"
        columns={[
          'Job',
          ...(hasTargets ? ['Target'] : []),
          'Type',
          'Initiated by',
          'Started',
          'Took',
          'Participants',
          'Outcome',
        ]}
      >
        {jobs.slice(0, room).map((job) => (
          <JobRow key={`${job.target} ${job.jobID}`} job={job} hasTarget={hasTargets} />
        ))}
      </CardTable>
      {rest > 0 && (
        <div className="flex justify-center border-t border-line py-2">
          <Button variant="quiet" onClick={() => setRoom(room + PAGE)}>
            {`Show ${Math.min(PAGE, rest)} more of ${rest} older jobs`}
          </Button>
        </div>
      )}
    </>
  );
}
