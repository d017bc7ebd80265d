import type { FleetRow } from '@/lib/contract/fleet';
import type { Problem } from '@/lib/contract/problem';

/** A list of servers to take away, with what a reader elsewhere needs to trust it. */
export interface FleetExport {
  rows: readonly FleetRow[];
  /** The names of the columns shown. */
  columns: readonly string[];
  /** Every target of the console, those that were not read included. */
  targets: readonly ExportedTarget[];
  exportedAt: Date;
}

export interface ExportedTarget {
  name: string;
  /** When DRS was last read; null for a target that was not read, whose servers are missing. */
  asOf: string | null;
  /** Why the latest attempt to read it failed; null when it succeeded. */
  problem: Problem | null;
}

export function unreadTargets({ targets }: Pick<FleetExport, 'targets'>): string[] {
  return targets.filter(({ asOf }) => asOf === null).map(({ name }) => name);
}

/** The name of the file, such as "homeward-fleet-2026-11-28T04-05-12Z.csv", in UTC. It says when servers are missing. */
export function fileName(content: FleetExport, extension: 'csv' | 'json'): string {
  const time = content.exportedAt.toISOString().slice(0, 19).replaceAll(':', '-');
  const note = unreadTargets(content).length > 0 ? '-incomplete' : '';
  return `homeward-fleet-${time}Z${note}.${extension}`;
}
