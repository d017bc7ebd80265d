import type { StoredLaunch } from '@/lib/store/launches';

/** The value of the tag by which a job is recognised as that of a batch. */
export function correlation({ launchID }: Pick<StoredLaunch, 'launchID'>, number: number): string {
  return `${launchID}/${number}`;
}
