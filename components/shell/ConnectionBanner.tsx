'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/icons';
import { useNow } from '@/components/ui/now';
import type { ConnectionState } from '@/lib/queries/live/connection';
import { connectionSentence } from './connection-sentence';
import { useConnection } from './LiveConnection';

/** Breaks shorter than this are not shown, in milliseconds. */
const SHORT_BREAK = 3_000;

/** Says when the page is not kept up to date, why, and what happens next. */
export function ConnectionBanner() {
  const state = useConnection();
  return (
    <div role="status">
      {state.kind === 'waiting' && <Break state={state} />}
      {state.kind === 'refused' && (
        <Notice state={state}>
          <Button onClick={() => window.location.reload()}>
            {state.status === 401 ? 'Sign in' : 'Reload'}
          </Button>
        </Notice>
      )}
    </div>
  );
}

function Break({ state }: { state: ConnectionState }) {
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasting(true), SHORT_BREAK);
    return () => clearTimeout(timer);
  }, []);
  return isLasting && <Notice state={state} />;
}

function Notice({ state, children }: { state: ConnectionState; children?: ReactNode }) {
  const now = useNow();
  return (
    <p className="mx-3 mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-caution-soft px-4 py-2.5 sm:mx-6">
      <Icon name="caution" className="shrink-0 text-caution" />
      <span className="min-w-0 flex-1 basis-60">{connectionSentence(state, now)}</span>
      {children}
    </p>
  );
}
