import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icons';
import type { Verdict } from '@/lib/contract/readiness';
import { VERDICT_LABELS } from '@/lib/readiness/labels';
import { READINESS } from './view/facets';
import { type FleetView, toggleValue } from './view/fleet-view';
import { VERDICTS } from './view/verdicts';

const COLOURS: Record<Verdict, [text: string, bar: string]> = {
  ready: ['text-ready', 'bg-ready'],
  caution: ['text-caution', 'bg-caution'],
  blocked: ['text-blocked', 'bg-blocked'],
  running: ['text-running', 'bg-running'],
  done: ['text-done', 'bg-done'],
};

/** Counts by readiness what matches the other filters. Each count is also a filter. */
export function ReadinessStrip({
  counts,
  view,
  onChange,
}: {
  counts: Record<Verdict, number>;
  view: FleetView;
  onChange: (view: FleetView) => void;
}) {
  const wanted = view.filters.get(READINESS.key) ?? [];
  return (
    <div className="mb-3 overflow-hidden rounded-xl border border-line bg-surface">
      <div role="group" aria-label="Readiness" className="flex flex-wrap">
        {VERDICTS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={wanted.includes(each)}
            onClick={() =>
              onChange({ ...view, filters: toggleValue(view.filters, READINESS.key, each) })
            }
            className={classNames(
              'flex grow flex-col items-start border-r border-line px-3 py-1.5 text-left last:border-r-0 hover:bg-done-soft sm:grow-0 sm:px-5 sm:py-2',
              wanted.includes(each) && 'bg-accent-soft shadow-[inset_0_-2px_0_var(--accent)]',
            )}
          >
            <span className="text-lg font-semibold sm:text-xl">
              {counts[each].toLocaleString('en')}
            </span>
            <span className="flex items-center gap-1.5 text-xs text-muted">
              <Icon name={each} className={COLOURS[each][0]} />
              {VERDICT_LABELS[each].toLowerCase()}
            </span>
          </button>
        ))}
      </div>
      <div aria-hidden className="flex h-1 gap-px">
        {VERDICTS.filter((each) => counts[each] > 0).map((each) => (
          <span key={each} className={COLOURS[each][1]} style={{ flexGrow: counts[each] }} />
        ))}
      </div>
    </div>
  );
}
