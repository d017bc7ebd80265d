import type { Query, QueryClient } from '@tanstack/react-query';
import type { StreamEvent } from '@/lib/contract/event';
import { problemIn } from '@/lib/contract/problem-error';
import { advance } from './advance';
import type { Positions } from './connection';
import type { LiveMeta, Sequenced } from './live-query';

/** The queries of the cache that something shows and the stream keeps up to date. */
function shownQueries(client: QueryClient): { query: Query; live: LiveMeta }[] {
  return client
    .getQueryCache()
    .getAll()
    .flatMap((query) => {
      const live = query.meta?.live as LiveMeta | undefined;
      return live && query.isActive() ? [{ query, live }] : [];
    });
}

/**
 * What is shown, with the sequences that are had. A query whose first answer is still to come is not followed
 * yet: the answer says from where. One that got none is followed from the start, unless it asks for nonsense.
 */
export function wantedPositions(client: QueryClient): Positions {
  return new Map(
    shownQueries(client).flatMap(({ query, live }): [string, number][] => {
      const answer = answerOf(query, live);
      if (answer) return [[live.address, answer.sequence]];
      const status = problemIn(query.state.error)?.status ?? 0;
      const isRefused = status >= 400 && status < 500 && status !== 429;
      return query.state.status === 'error' && !isRefused ? [[live.address, 0]] : [];
    }),
  );
}

/** Writes what an event says to the query that shows it. */
export function takeEvent(client: QueryClient, event: StreamEvent) {
  for (const { query, live } of shownQueries(client)) {
    if (live.address !== event.topic) continue;
    const before = answerOf(query, live);
    const answer = advance(before, event);
    if (!answer) askAgain(client, query);
    else if (answer !== before) query.setData(live.form.toData(answer, query.state.data));
  }
}

/** Asks for what the stream brought while this tab did not hear it. */
export function catchUp(client: QueryClient, positions: Positions) {
  for (const { query, live } of shownQueries(client)) {
    const answer = answerOf(query, live);
    if (answer && answer.sequence < (positions.get(live.address) ?? 0)) askAgain(client, query);
  }
}

/** Asks for everything that is shown, when no stream tells of changes. */
export function askForAll(client: QueryClient) {
  for (const { query } of shownQueries(client)) askAgain(client, query);
}

function askAgain(client: QueryClient, { queryKey }: Query) {
  void client.refetchQueries({ queryKey, exact: true }, { cancelRefetch: false });
}

const answerOf = (query: Query, { form }: LiveMeta): Sequenced | undefined =>
  query.state.data === undefined ? undefined : form.toAnswer(query.state.data);
