import { DrsError, conflict, internalError, quotaExceeded, throttling } from './errors';

export const FAULT_KINDS = [
  'throttle',
  'quota',
  'conflict',
  'internal-error',
  'access-denied',
  'html-502',
  'hang',
  'reset',
  'slow',
  'truncate',
  'commit-then-drop',
  'commit-then-500',
  'hidden-job',
] as const;

export interface Fault {
  /** The operation it strikes, or "*" for all. */
  operation: string;
  kind: (typeof FAULT_KINDS)[number];
  /** How many times it strikes; absent: until it is taken away. */
  count?: number;
  /** From 0 to 1; absent: always. */
  probability?: number;
  milliseconds?: number;
  retryAfterSeconds?: number;
}

/** The faults that wait to strike. */
export class Faults {
  #waiting: Fault[] = [];

  add(fault: Fault) {
    this.#waiting.push({ ...fault });
  }

  clear() {
    this.#waiting = [];
  }

  list(): Fault[] {
    return this.#waiting;
  }

  /** The fault that strikes this call, if any; a counted one is used up. */
  strike(operation: string): Fault | undefined {
    const fault = this.#waiting.find(
      (candidate) =>
        (candidate.operation === '*' || candidate.operation === operation) &&
        (candidate.probability === undefined || Math.random() < candidate.probability),
    );
    if (fault?.count !== undefined) {
      fault.count -= 1;
      if (fault.count <= 0) this.#waiting = this.#waiting.filter((other) => other !== fault);
    }
    return fault;
  }
}

/** The errors that a fault answers with instead of doing anything. */
export function errorOf({ kind, retryAfterSeconds }: Fault): DrsError | undefined {
  switch (kind) {
    case 'throttle':
      return throttling(retryAfterSeconds);
    case 'quota':
      return quotaExceeded('L-D88FAC3A', 'At most 20 jobs may be in progress.');
    case 'conflict':
      return conflict(
        'One or more of the Recovery Instances included in API call are currently being processed by a Job',
      );
    case 'internal-error':
      return internalError(retryAfterSeconds);
    case 'access-denied':
      return new DrsError(
        403,
        'AccessDeniedException',
        'The caller is not authorized to perform this action.',
      );
    default:
      return undefined;
  }
}
