import type { Migration } from 'kysely';
import { launchesAndBatches } from './migrations/0001-launches-and-batches';
import { queueAndHistory } from './migrations/0002-queue-and-history';
import { watched } from './migrations/0003-watched';
import { sharedWatch } from './migrations/0004-shared-watch';
import { dispatchRounds } from './migrations/0005-dispatch-rounds';
import { firstCalls } from './migrations/0006-first-calls';

/** Forward only, run at start in the order of their names. A released one is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-launches-and-batches': launchesAndBatches,
  '0002-queue-and-history': queueAndHistory,
  '0003-watched': watched,
  '0004-shared-watch': sharedWatch,
  '0005-dispatch-rounds': dispatchRounds,
  '0006-first-calls': firstCalls,
};
