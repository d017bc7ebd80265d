import { memo, type MouseEvent } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icons';
import { lineHash } from './line-link';
import type { LogLine } from './lines';
import { logTime } from './log-time';

/**
 * One line: time, event, server, and what DRS adds. On a phone it wraps. Its time is a link to it;
 * `onMark` follows that link in place.
 */
export const LogRow = memo(function LogRow({
  line: { number, item, event, server, detail, isError },
  isMarked = false,
  onMark,
}: {
  line: LogLine;
  isMarked?: boolean;
  onMark: (number: number) => void;
}) {
  function mark(clicked: MouseEvent) {
    if (clicked.metaKey || clicked.ctrlKey || clicked.shiftKey || clicked.altKey) return;
    clicked.preventDefault();
    onMark(number);
  }
  return (
    <div
      data-line={number}
      aria-current={isMarked || undefined}
      className={classNames(
        'flex flex-wrap gap-x-3 border-l-2 px-4 py-0.5 font-mono text-xs leading-5 @3xl:flex-nowrap',
        isError ? 'text-blocked' : 'text-muted',
        isMarked ? 'border-accent bg-accent-soft' : 'border-transparent',
      )}
    >
      <a
        href={lineHash(number)}
        onClick={mark}
        title={`Line ${number}, ${item.logDateTime ?? 'without a time'}`}
        className="shrink-0 hover:text-ink hover:underline @3xl:w-24"
      >
        <time dateTime={item.logDateTime}>{logTime(item.logDateTime)}</time>
      </a>
      <span className="flex shrink-0 items-center gap-1.5 self-start @3xl:w-56">
        {isError && <Icon name="blocked" width={12} height={12} className="shrink-0" />}
        <span className="break-all">{event}</span>
      </span>
      <span className="min-w-0 shrink-0 break-words text-ink @3xl:w-52">{server}</span>
      {detail && <span className="min-w-0 flex-1 basis-40 break-words">{detail}</span>}
    </div>
  );
});
