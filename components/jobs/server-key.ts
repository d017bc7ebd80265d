import type { ParticipatingServer } from '@/lib/contract/job';

type NamedServer = Pick<ParticipatingServer, 'sourceServerID' | 'recoveryInstanceID'>;

/** A key that is different for each server of a job. */
export function serverKey({ sourceServerID, recoveryInstanceID }: NamedServer): string {
  return sourceServerID ?? recoveryInstanceID ?? '';
}
