import { useMemo } from 'react';
import { Button, buttonClassName } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { formatCount } from '@/lib/format';
import { useAddress } from '@/components/ui/use-address';
import {
  FILTER_PARAMETERS,
  filterLines,
  formatFilter,
  isFiltering,
  type LogFilter,
  NO_FILTER,
  parseFilter,
} from './filter';
import { unseen } from './follow';
import type { LogLine } from './lines';
import { LogFilterBar } from './LogFilterBar';
import { LogRows } from './LogRows';
import { useFollow } from './use-follow';

/** The log to read: filters, the lines, and whether the newest is kept in view. */
export function LogReader({
  lines,
  marked,
  onMark,
}: {
  lines: LogLine[];
  marked: number | undefined;
  onMark: (number: number) => void;
}) {
  const [parameters, setParameters] = useAddress(FILTER_PARAMETERS);
  const filter = useMemo(() => parseFilter(parameters), [parameters]);
  const setFilter = (changed: LogFilter) => setParameters(formatFilter(changed));
  const shown = useMemo(() => filterLines(lines, filter), [lines, filter]);
  const { scroller, content, follow, onScroll, resume, pause } = useFollow(lines.length, marked);
  const fresh = unseen(follow, shown);
  return (
    <>
      <LogFilterBar lines={lines} filter={filter} onChange={setFilter} />
      <div className="relative">
        <div
          ref={scroller}
          role="log"
          aria-label="Job log"
          aria-live={follow.following ? 'polite' : 'off'}
          // A scrolling region must be reachable by keyboard.
          tabIndex={0}
          onScroll={onScroll}
          className="@container max-h-[min(34rem,65dvh)] min-h-24 overflow-y-auto overscroll-contain -outline-offset-2"
        >
          <LogRows
            lines={shown}
            scroller={scroller}
            content={content}
            marked={marked}
            onMark={onMark}
          />
          {shown.length === 0 && (
            <NothingShown isAll={lines.length === 0} onClear={() => setFilter(NO_FILTER)} />
          )}
        </div>
        {fresh > 0 && (
          <button
            type="button"
            onClick={resume}
            className={`${buttonClassName('primary')} absolute bottom-3 left-1/2 -translate-x-1/2 shadow-raised`}
          >
            {fresh} new
          </button>
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2 border-t border-line px-4 py-1.5 text-xs text-muted">
        <span>
          {isFiltering(filter)
            ? `${shown.length} of ${formatCount(lines.length, 'line')}`
            : formatCount(lines.length, 'line')}
          <MissingMark marked={marked} lines={lines} shown={shown} />
        </span>
        <Button aria-pressed={follow.following} onClick={follow.following ? pause : resume}>
          {follow.following ? 'Following' : 'Follow'}
        </Button>
      </div>
    </>
  );
}

/** Why the line of the address is not on the page. */
function MissingMark({
  marked,
  lines,
  shown,
}: {
  marked: number | undefined;
  lines: LogLine[];
  shown: LogLine[];
}) {
  if (marked === undefined) return null;
  if (marked > lines.length) return <> · line {marked} is not there yet</>;
  if (shown.some(({ number }) => number === marked)) return null;
  return <> · line {marked} is hidden by the filter</>;
}

function NothingShown({ isAll, onClear }: { isAll: boolean; onClear: () => void }) {
  if (isAll) {
    return (
      <EmptyState title="DRS has written nothing yet">
        The first lines come some seconds after a job begins.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No line passes the filter"
      action={<Button onClick={onClear}>Show all lines</Button>}
    />
  );
}
