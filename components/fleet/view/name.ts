import type { FleetRow } from '@/lib/contract/fleet';

/** What a server is called: its hostname, or its id where DRS gives none. */
export function nameOf({ hostname, recoveryInstanceID }: FleetRow): string {
  return hostname || recoveryInstanceID;
}
