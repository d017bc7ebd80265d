'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import type { HistoryEntry } from '@/lib/contract/history';
import { CardRow, CardTable, Cell, NameCell } from '@/components/ui/CardTable';
import { ListSkeleton } from '@/components/ui/ListSkeleton';
import { RawJson } from '@/components/ui/RawJson';
import { Button } from '@/components/ui/Button';
import { ErrorState } from '@/components/ui/ErrorState';
import { Moment } from '@/components/ui/Moment';
import { Panel } from '@/components/ui/Panel';
import { formatCount } from '@/lib/format';
import { launchHistoryQuery } from '@/lib/queries/failback-launches';
import { problemOf } from '@/lib/queries/fetch-json';
import { describeEntry } from './record-words';

/** Everything on record about a launch: who did what, every change of state, every call to DRS. */
export function LaunchRecord({ launch }: { launch: FailbackLaunch }) {
  const [isOpen, setOpen] = useState(false);
  const { launchID } = launch;
  const query = useQuery({ ...launchHistoryQuery(launchID, versionOf(launch)), enabled: isOpen });
  const { data, error, refetch } = query;
  return (
    <Panel
      title="Record"
      aside={
        <Button variant="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide the record' : 'Show the record'}
        </Button>
      }
    >
      {!isOpen && (
        <p className="px-4 py-3 text-muted">
          Every change of state, every call to DRS with its request id, and who decided what. It
          cannot be changed from here.
        </p>
      )}
      {isOpen && !data && !error && <ListSkeleton label="The record is being read" />}
      {isOpen && error && <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} />}
      {isOpen && data && <Entries entries={data.entries} />}
    </Panel>
  );
}

const COLUMNS = ['When', 'Who', 'Batch', 'What'];

function Entries({ entries }: { entries: HistoryEntry[] }) {
  return (
    <>
      <CardTable
        caption={`${formatCount(entries.length, 'entry', 'entries')} of the record, oldest first`}
        columns={COLUMNS}
      >
        {entries.map((entry) => {
          const { what, facts } = describeEntry(entry);
          return (
            <CardRow key={entry.sequence}>
              <NameCell>
                <Moment instant={entry.dateTime} />
              </NameCell>
              <Cell name="Who">{entry.actor}</Cell>
              <Cell name="Batch">{entry.batch ?? 'All'}</Cell>
              <Cell name="What">
                {what}
                {facts && <p className="font-mono text-xs break-words text-muted">{facts}</p>}
              </Cell>
            </CardRow>
          );
        })}
      </CardTable>
      <RawJson summary="The record with its chain of hashes, as JSON" value={entries} />
    </>
  );
}

/** A key that changes with every change of the launch that adds a line to the record. */
function versionOf({ batches, paused }: FailbackLaunch): string {
  const versions = batches.map(({ version, attempts }) => `${version}.${attempts}`);
  return [...versions, paused?.dateTime].join(' ');
}
