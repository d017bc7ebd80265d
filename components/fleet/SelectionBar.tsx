'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { Button } from '@/components/ui/Button';
import type { FleetRow } from '@/lib/contract/fleet';
import { paths } from '@/lib/paths';
import { type Selection, clearSelection } from './selection';
import { type SelectionSummary, summarise } from './selection-summary';

/** What is selected, what of it can be launched, and the way on. */
export function SelectionBar({
  rows,
  selected,
}: {
  rows: readonly FleetRow[];
  selected: Selection;
}) {
  const router = useRouter();
  const summary = useMemo(() => summarise(rows, selected), [rows, selected]);
  const count = summary.ready > 0 ? summary.ready : summary.caution;
  const formatted = selected.size.toLocaleString('en');
  const status = selected.size === 0 ? '' : `${formatted} selected · ${summary.sentence}`;
  return (
    <>
      <p role="status" className="sr-only">
        {status}
      </p>
      {selected.size > 0 && (
        <section
          aria-label="Selection"
          className="fixed inset-x-3 bottom-3 z-20 mx-auto flex max-w-4xl flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-line-strong bg-raised px-4 py-2.5 shadow-raised md:left-[13rem]"
        >
          <p className="min-w-0 flex-1 basis-56">
            <strong>{formatted} selected</strong>
            <span className="text-muted"> · {summary.sentence}</span>
          </p>
          <Button variant="quiet" onClick={clearSelection}>
            Clear
          </Button>
          <Button
            variant="primary"
            disabledReason={whyNot(summary)}
            onClick={() => router.push(paths.review)}
          >
            Review failback of {count.toLocaleString('en')}
          </Button>
        </section>
      )}
    </>
  );
}

function whyNot({ ready, caution }: SelectionSummary) {
  return ready + caution === 0 ? 'None of the selected servers can be launched now.' : undefined;
}
