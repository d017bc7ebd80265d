import { type ConditionName, OTHER_CONDITIONS } from './conditions';
import type { LaunchOutcome } from './recovery-instance';
import { ROLES, type Role } from './roles';

/** So many servers of a fleet, and how they are to be; what is absent varies from server to server. */
export interface FleetPart {
  count: number;
  condition?: ConditionName | undefined;
  /** What becomes of them when they are launched. */
  launchOutcome?: LaunchOutcome | undefined;
  role?: Role | undefined;
  tags?: Record<string, string> | undefined;
}

/** What one server is to be. */
export interface Blueprint {
  /** Its place in the fleet. */
  index: number;
  role: Role;
  /** Which one of its role. */
  number: number;
  condition: ConditionName;
  launchOutcome: LaunchOutcome;
  tags: Record<string, string>;
}

/** In sixty servers that vary, these places hold healthy ones that fail when they are launched. */
const LAUNCH_OUTCOMES: Record<number, LaunchOutcome> = {
  4: 'fails-conversion',
  13: 'fails-launch',
};

/** What each server of a fleet is to be, in order. */
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

/** Every third server or so is in some other condition than ready. */
function conditionAt(place: number): ConditionName {
  if (place % 3 !== 2) return 'healthy';
  return OTHER_CONDITIONS[Math.floor(place / 3) % OTHER_CONDITIONS.length] ?? 'healthy';
}
