import { formatRelative, formatUTC, parseInstant } from '@/lib/format';

/** An instant in UTC and how long ago it was; an absent one as a dash, an unreadable one as it is. */
export function Timestamp({
  instant,
  now,
  relative = true,
}: {
  instant: string | undefined;
  now: Date;
  relative?: boolean;
}) {
  const then = parseInstant(instant);
  if (!then) return <span>{instant ?? '–'}</span>;
  return (
    <time dateTime={then.toISOString()} title={instant}>
      <span className="whitespace-nowrap">{formatUTC(then, now)}</span>
      {relative && (
        <span className="text-muted">
          , <span className="whitespace-nowrap">{formatRelative(then, now)}</span>
        </span>
      )}
    </time>
  );
}
