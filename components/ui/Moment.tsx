'use client';

import { useNow } from './now';
import { Timestamp } from './Timestamp';
import { formatDuration, parseInstant } from '@/lib/format';

/** An instant in UTC and how long ago; only this text renders again as time goes by. */
export function Moment({ instant }: { instant: string | undefined }) {
  return <Timestamp instant={instant} now={useNow()} />;
}

/** How long something took; without an end, how long it has taken so far. */
export function Elapsed({ from, to }: { from: string | undefined; to: string | undefined }) {
  const began = parseInstant(from);
  if (!began) return <span>–</span>;
  const ended = parseInstant(to);
  return ended ? <span>{between(began, ended)}</span> : <Growing began={began} />;
}

function Growing({ began }: { began: Date }) {
  return <span>{between(began, useNow())} so far</span>;
}

const between = (from: Date, to: Date) => formatDuration((to.getTime() - from.getTime()) / 1000);
