import { memo } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icons';
import type { LogLine } from './lines';
import { logTime } from './log-time';

/** One line: time, event, server, and what DRS adds. On a phone it wraps. */
export const LogRow = memo(function LogRow({
  line: { item, event, server, detail, isError },
}: {
  line: LogLine;
}) {
  return (
    <div
      className={classNames(
        'flex flex-wrap gap-x-3 px-4 py-0.5 font-mono text-xs leading-5 @3xl:flex-nowrap',
        isError ? 'text-blocked' : 'text-muted',
      )}
    >
      <time dateTime={item.logDateTime} title={item.logDateTime} className="shrink-0 @3xl:w-24">
        {logTime(item.logDateTime)}
      </time>
      <span className="flex shrink-0 items-center gap-1.5 @3xl:w-56">
        {isError && <Icon name="blocked" width={12} height={12} className="shrink-0" />}
        <span className="break-all">{event}</span>
      </span>
      <span className="min-w-0 shrink-0 break-all text-ink @3xl:w-44">{server}</span>
      {detail && <span className="min-w-0 flex-1 basis-40 break-words">{detail}</span>}
    </div>
  );
});
