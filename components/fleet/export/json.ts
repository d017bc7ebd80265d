import { type FleetExport, unreadTargets } from './fleet-export';

/** The rows as JSON, after when each target was read and what is missing. */
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
