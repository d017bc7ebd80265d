import { type ProblemError, refusal } from '@/lib/contract/problem-error';

/** How Kysely says that the store has had a migration that this version does not have. */
const NEWER = /previously executed migration (\S+) is missing/;

/** The refusal for a store whose tables cannot be brought to what this version works with; they stay as they are. */
export function migrationRefused(cause: unknown): ProblemError {
  const [, migration] = NEWER.exec(String(cause)) ?? [];
  if (migration !== undefined) {
    return refusal(
      {
        status: 503,
        code: 'store-newer',
        title: 'A newer Homeward has written the store',
        detail: `Nothing is launched: the store has "${migration}", which this version does not know, and stores are not brought back. Start the version that wrote it, or restore the backup from before; a restored one knows nothing of launches made since.`,
      },
      cause,
    );
  }
  return refusal(
    {
      status: 503,
      code: 'store-migration-failed',
      title: 'The store could not be brought up to date',
      detail:
        'Nothing is launched: the tables of the store are those of an earlier version and could not be changed. Nothing in them was touched. The log of the server says why; start the earlier version meanwhile.',
    },
    cause,
  );
}
