'use client';

import { useMemo, useState } from 'react';
import type { BatchState, FailbackLaunch } from '@/lib/contract/failback-launch';
import { CardTable } from '@/components/ui/CardTable';
import { Select } from '@/components/ui/Select';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Panel } from '@/components/ui/Panel';
import { formatCount } from '@/lib/format';
import { BATCH_WORDS } from '../batch-words';
import { BATCH_COLUMNS, BatchRow } from './BatchRow';
import { describeQueue } from './queue-words';

/** Every batch of a launch: the state of each, which is next, and why the others wait. */
export function BatchTable({ launch, shown }: { launch: FailbackLaunch; shown: number }) {
  const { batches, target } = launch;
  const [state, setState] = useState('');
  const rows = state ? batches.filter((batch) => batch.state === state) : batches;
  const states = useMemo(() => countStates(batches), [batches]);
  return (
    <Panel
      title="Batches"
      aside={
        <output className="text-xs text-muted">
          {rows.length === batches.length
            ? formatCount(batches.length, 'batch', 'batches')
            : `${rows.length} of ${formatCount(batches.length, 'batch', 'batches')}`}
        </output>
      }
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2">
        <p className="min-w-0 flex-1 basis-72">{describeQueue(launch)}</p>
        <Select
          label="State"
          all="All states"
          value={state}
          choices={states.map(([value, count]) => ({
            value,
            label: `${BATCH_WORDS[value].word} (${count})`,
          }))}
          onChange={setState}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title="No batch is in this state any more"
          action={<Button onClick={() => setState('')}>Show all batches</Button>}
        />
      ) : (
        <CardTable caption="Batches in the order in which they are sent" columns={BATCH_COLUMNS}>
          {rows.map((batch) => (
            <BatchRow
              key={batch.number}
              target={target}
              batch={batch}
              isShown={batch.number === shown}
            />
          ))}
        </CardTable>
      )}
    </Panel>
  );
}

/** How many batches are in each state that occurs. */
function countStates(batches: FailbackLaunch['batches']): [BatchState, number][] {
  const counts = new Map<BatchState, number>();
  for (const { state } of batches) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts];
}
