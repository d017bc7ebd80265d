'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { Button } from '@/components/ui/Button';
import type { FleetRow } from '@/lib/contract/fleet';
import { paths } from '@/lib/paths';
import { type Selection, changeSelection, clearSelection, within } from './selection';
import { type SelectionSummary, summarise } from './selection-summary';
import type { WatchedTarget } from './use-fleet';

/** Counts the selected servers and those that can be launched, and leads to the review. */
export function SelectionBar({
  rows,
  shown,
  selected,
  targets,
}: {
  rows: readonly FleetRow[];
  shown: readonly FleetRow[];
  selected: Selection;
  targets: readonly WatchedTarget[];
}) {
  const router = useRouter();
  const unread = countUnread(selected, targets);
  const summary = useMemo(
    () => summarise({ rows, shown, unread }, selected),
    [rows, shown, unread, selected],
  );
  const count = summary.ready > 0 ? summary.ready : summary.caution;
  const formatted = selected.size.toLocaleString('en');
  const words = [`${formatted} selected`, summary.notice, summary.sentence];
  const status = selected.size === 0 ? '' : words.filter(Boolean).join(' · ');
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
            {summary.notice && <span className="text-caution"> · {summary.notice}</span>}
            <span className="text-muted"> · {summary.sentence}</span>
          </p>
          {summary.unseen > 0 && summary.unseen < selected.size && (
            <Button
              variant="quiet"
              onClick={() => changeSelection((before) => within(before, shown))}
            >
              Only what is shown
            </Button>
          )}
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

/** How many of the selected servers belong to targets that were not read yet. */
function countUnread(selected: Selection, targets: readonly WatchedTarget[]): number {
  const unread = new Set(targets.filter(({ fleet }) => !fleet).map(({ name }) => name));
  return unread.size === 0 ? 0 : [...selected.values()].filter((name) => unread.has(name)).length;
}

function whyNot({ ready, caution }: SelectionSummary) {
  return ready + caution === 0 ? 'None of the selected servers can be launched now.' : undefined;
}
