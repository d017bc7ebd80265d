import { AwsError, conflict, internalError, quotaExceeded, throttling } from '../errors';
import type { FaultInput } from './fault-input';
import type { FaultKind } from './fault-kinds';
import { Random } from '../random';

export interface Fault extends FaultInput {
  id: number;
  /** Milliseconds of the rehearsal at which it is over. */
  until?: number;
  /** How many calls it was weighed against, and how many of them it struck. */
  weighed: number;
  struck: number;
}

export interface SavedFaults {
  waiting: Fault[];
  added: number;
}

interface StruckCall {
  operation: string;
  accessKeyID: string;
  region: string;
}

/** The faults that wait to strike. Chance comes from the seed, so the same calls meet the same faults. */
export class Faults {
  #waiting: Fault[];
  #added: number;

  constructor(
    private readonly seed: number,
    saved: SavedFaults = { waiting: [], added: 0 },
  ) {
    this.#waiting = [...saved.waiting];
    this.#added = saved.added;
  }

  save(): SavedFaults {
    return { waiting: this.#waiting, added: this.#added };
  }

  /** Adds a fault at a moment of the rehearsal, in milliseconds since its start. */
  add(input: FaultInput, rehearsed: number): Fault {
    this.#added += 1;
    const until = input.seconds === undefined ? {} : { until: rehearsed + input.seconds * 1_000 };
    const fault = { ...input, ...until, id: this.#added, weighed: 0, struck: 0 };
    this.#waiting.push(fault);
    return fault;
  }

  /** Takes one fault away, or all of them. */
  clear(id?: number) {
    this.#waiting = id === undefined ? [] : this.#waiting.filter((fault) => fault.id !== id);
  }

  list(rehearsed: number): Fault[] {
    return this.#waiting.filter(({ until = Infinity }) => rehearsed < until);
  }

  /** The fault that strikes this call, if any; a counted one is used up. */
  strike(
    call: StruckCall,
    rehearsed: number,
    isMeant: (fault: Fault) => boolean = () => true,
  ): Fault | undefined {
    this.#waiting = this.list(rehearsed);
    const fault = this.#waiting.find(
      (candidate) => isMeant(candidate) && aimsAt(candidate, call) && this.#draw(candidate),
    );
    if (!fault) return undefined;
    fault.struck += 1;
    if (fault.struck === fault.count) this.clear(fault.id);
    return fault;
  }

  #draw(fault: Fault): boolean {
    fault.weighed += 1;
    if (fault.probability === undefined) return true;
    return new Random(this.seed, 'fault', fault.id, fault.weighed).next() < fault.probability;
  }
}

function aimsAt(fault: Fault, { operation, accessKeyID, region }: StruckCall) {
  return (
    (fault.operation === '*' || fault.operation === operation) &&
    (fault.accessKeyID ?? accessKeyID) === accessKeyID &&
    (fault.region ?? region) === region
  );
}

const COMMIT_THEN: Partial<Record<FaultKind, FaultKind>> = {
  'commit-then-500': 'internal-error',
  'commit-then-throttle': 'throttle',
  'commit-then-quota': 'quota',
  'commit-then-conflict': 'conflict',
};

/** The error that a fault answers with once it is done. */
export function errorAfter(fault: FaultInput): AwsError | undefined {
  const kind = COMMIT_THEN[fault.kind];
  return kind && errorOf({ ...fault, kind });
}

/** The error that a fault answers with instead of doing anything. */
export function errorOf({ kind, retryAfterSeconds }: FaultInput): AwsError | undefined {
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
      return new AwsError(
        403,
        'AccessDeniedException',
        'The caller is not authorized to perform this action.',
      );
    default:
      return undefined;
  }
}
