import type { QueryClient } from '@tanstack/react-query';
import { notePlace } from '@/lib/queries/place';
import type { ConnectionState } from './connection';
import { askForAll, catchUp, takeEvent, wantedPositions } from './live-cache';
import { SharedStream } from './shared-stream';

/** A tab that was hidden for longer than this costs nothing any more, in milliseconds. */
const HIDDEN_GRACE = 10_000;

/** How often what is shown is asked for while there is no stream, in milliseconds. */
const SAFETY_NET = 10_000;

/** What is wanted changes in flurries when a page gives way to another, in milliseconds. */
const FLURRY = 20;

/**
 * Keeps the live queries of a tab up to date from the stream that all tabs share, until the returned function is
 * called. While the stream is broken off they are asked for now and then instead.
 */
export function startLive(
  client: QueryClient,
  onState: (state: ConnectionState) => void,
): () => void {
  let isLive = false;
  const stream = new SharedStream({
    onEvent: (event) => takeEvent(client, event),
    onPositions: (positions) => catchUp(client, positions),
    onState: (state) => {
      isLive = state.kind === 'live';
      // The tab that holds the stream tells all others.
      if (state.kind === 'live') notePlace(state.place);
      onState(state);
    },
  });

  let flurry: ReturnType<typeof setTimeout> | undefined;
  const follow = () => {
    flurry = undefined;
    stream.follow(wantedPositions(client));
  };
  const stopWatching = client.getQueryCache().subscribe(() => {
    flurry ??= setTimeout(follow, FLURRY);
  });
  const net = setInterval(() => {
    if (!isLive && !document.hidden) askForAll(client);
  }, SAFETY_NET);
  const stopListening = onVisibility({
    shown: () => {
      stream.start();
      follow();
      stream.wake();
    },
    hidden: () => stream.stop(),
  });
  return () => {
    clearTimeout(flurry);
    clearInterval(net);
    stopWatching();
    stopListening();
    stream.stop();
  };
}

/** Calls `shown` now and whenever the tab is shown or the network is back; `hidden` some time after it is hidden. */
function onVisibility({ shown, hidden }: { shown: () => void; hidden: () => void }): () => void {
  let grace: ReturnType<typeof setTimeout> | undefined;
  const check = () => {
    clearTimeout(grace);
    if (document.hidden) grace = setTimeout(hidden, HIDDEN_GRACE);
    else shown();
  };
  const ending = new AbortController();
  const { signal } = ending;
  document.addEventListener('visibilitychange', check, { signal });
  window.addEventListener('pageshow', check, { signal });
  window.addEventListener('online', check, { signal });
  check();
  return () => {
    clearTimeout(grace);
    ending.abort();
  };
}
