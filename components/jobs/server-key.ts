import type { ParticipatingServer } from '@/lib/contract/job';

type NamedServer = Pick<ParticipatingServer, 'sourceServerID' | 'recoveryInstanceID'>;

/** What tells one server of a job from another. */
export function serverKey({ sourceServerID, recoveryInstanceID }: NamedServer): string {
  return sourceServerID ?? recoveryInstanceID ?? '';
}
