import { formatRelative, formatUTC, parseInstant } from '@/lib/format';
import type { ReactNode } from 'react';
import type { Problem } from '@/lib/contract/problem';
import { Pill } from './Pill';

/**
 * How old the truth on the page is. Past twice the interval at which it is read it turns amber and says
 * since when and, where known, why.
 */
export function Age({
  asOf,
  intervalSeconds,
  problem,
  now,
  children,
}: {
  asOf: string | null;
  intervalSeconds: number;
  problem: Problem | null;
  now: Date;
  children?: ReactNode;
}) {
  const read = parseInstant(asOf ?? undefined);
  if (!read) {
    return (
      <Pill tone={problem ? 'caution' : 'plain'}>
        {children}
        {problem ? `Not read yet: ${problem.detail}` : 'Not read yet'}
      </Pill>
    );
  }
  const isLate = now.getTime() - read.getTime() > 2 * intervalSeconds * 1000;
  if (!isLate && !problem) {
    return (
      <Pill>
        {children}
        <time dateTime={read.toISOString()} title={`Read from DRS at ${formatUTC(read, now)}`}>
          {formatRelative(read, now)}
        </time>
      </Pill>
    );
  }
  return (
    <Pill tone="caution">
      {children}
      <time dateTime={read.toISOString()}>
        Last read {formatUTC(read, now)}, {formatRelative(read, now)}
        {problem ? `: ${problem.detail}` : ': no newer answer has come since'}
      </time>
    </Pill>
  );
}
