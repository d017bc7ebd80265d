import { type FleetExport, unreadTargets } from './fleet-export';

/** Writes the rows as JSON. The members before them say when each target was read and which are missing. */
export function fleetAsJSON(content: FleetExport): string {
  const { rows, targets, exportedAt } = content;
  const answer = {
    exportedAt: exportedAt.toISOString(),
    targets,
    unreadTargets: unreadTargets(content),
    recoveryInstances: rows,
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
