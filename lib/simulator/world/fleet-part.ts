import { type ConditionName, OTHER_CONDITIONS } from './conditions';
import type { LaunchOutcome } from './recovery-instance';
import { ROLES, type Role } from './roles';

/** A number of servers of a fleet and their properties; what is absent varies from server to server. */
export interface FleetPart {
  count: number;
  condition?: ConditionName | undefined;
  /** How their launch ends. */
  launchOutcome?: LaunchOutcome | undefined;
  role?: Role | undefined;
  tags?: Record<string, string> | undefined;
}

/** The plan of one server. */
export interface Blueprint {
  /** Its place in the fleet. */
  index: number;
  role: Role;
  /** Its number within its role. */
  number: number;
  condition: ConditionName;
  launchOutcome: LaunchOutcome;
  tags: Record<string, string>;
}

/** Of sixty servers that vary, the ones at these places are healthy and fail when they are launched. */
const LAUNCH_OUTCOMES: Record<number, LaunchOutcome> = {
  4: 'fails-conversion',
  13: 'fails-launch',
};

/** The plan of each server of a fleet, in order. */
export function blueprintsOf(parts: readonly FleetPart[]): Blueprint[] {
  const numbers = new Map<string, number>();
  return parts
    .flatMap((part) => Array.from({ length: part.count }, (_, place) => ({ part, place })))
    .map(({ part, place }, index) => {
      const role = part.role ?? ROLES[place % ROLES.length] ?? ROLES[0];
      const number = (numbers.get(role.name) ?? 0) + 1;
      numbers.set(role.name, number);
      const varies = part.condition === undefined && part.launchOutcome === undefined;
      const launchOutcome =
        part.launchOutcome ?? (varies ? LAUNCH_OUTCOMES[place % 60] : undefined) ?? 'launched';
      const condition =
        part.condition ?? (launchOutcome === 'launched' ? conditionAt(place) : 'healthy');
      return { index, role, number, condition, launchOutcome, tags: part.tags ?? {} };
    });
}

/** About every third server is in another condition than ready. */
function conditionAt(place: number): ConditionName {
  if (place % 3 !== 2) return 'healthy';
  return OTHER_CONDITIONS[Math.floor(place / 3) % OTHER_CONDITIONS.length] ?? 'healthy';
}
