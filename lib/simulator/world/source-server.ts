import type { Machine } from './machine';
import type { Origin } from './recovery-instance';

/** A server that DRS copies into this Region; plain data. */
export interface SourceServer {
  sourceServerID: string;
  machine: Machine;
  replicationDirection: 'FAILOVER' | 'FAILBACK';
  origin?: Origin;
  /** The recovery instance it is a copy of, once replication was reversed; absent: the first machine. */
  copies?: { region: string; recoveryInstanceID: string };
  added: number;
  tags: Record<string, string>;
  /** Its last launch. */
  launch?: { jobID: string; recoveryInstanceID: string; isDrill: boolean };
}
