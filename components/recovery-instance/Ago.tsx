'use client';

import { useNow } from '@/components/ui/now';
import { formatRelative, formatUTC, parseInstant } from '@/lib/format';

/** How long ago something was; the instant itself is its title. */
export function Ago({ instant }: { instant: string }) {
  const now = useNow();
  const then = parseInstant(instant);
  if (!then) return <span>{instant}</span>;
  return (
    <time dateTime={then.toISOString()} title={formatUTC(then, now)} className="whitespace-nowrap">
      {formatRelative(then, now)}
    </time>
  );
}
