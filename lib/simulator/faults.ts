import { z } from 'zod';
import { DrsError, conflict, internalError, quotaExceeded, throttling } from './errors';
import { Random } from './random';

/** Every kind of fault, and what it does; the ones that commit do what was asked first. */
export const FAULT_KINDS = {
  throttle: 'refuses with 429 ThrottlingException',
  quota: 'refuses with 402 ServiceQuotaExceededException',
  conflict: 'refuses with 409 ConflictException',
  'access-denied': 'refuses with 403 AccessDeniedException',
  'internal-error': 'refuses with 500 InternalServerException',
  'html-502': 'answers a page of HTML with 502, as a proxy does',
  hang: 'never answers',
  reset: 'breaks the connection',
  slow: 'does it, and answers late',
  truncate: 'does it, and breaks off in the middle of the answer',
  'commit-then-drop': 'does it, and breaks the connection without an answer',
  'commit-then-500': 'does it, and answers 500',
  'commit-then-hang': 'does it, and never answers',
  'hidden-job': 'does it, and keeps the new job out of DescribeJobs for a while',
  unguarded: 'launches the servers whatever state they are in, and answers',
} as const;

export type FaultKind = keyof typeof FAULT_KINDS;

const kinds = Object.keys(FAULT_KINDS) as [FaultKind, ...FaultKind[]];

/** A fault as a person writes it, in a scenario or on the control path. */
export const faultInput = z.strictObject({
  kind: z.enum(kinds),
  /** The operation it strikes, or "*" for all. */
  operation: z.string().regex(/^(\*|[A-Z][A-Za-z]+)$/, 'is not the name of an operation, nor "*"'),
  /** How many times it strikes; absent: until it is taken away. */
  count: z.int().min(1).optional(),
  /** The share of the calls that it strikes; absent: all. */
  probability: z.number().min(0).max(1).optional(),
  /** Seconds of the rehearsal after which it is over; absent: it stays. */
  seconds: z.number().positive().optional(),
  /** Only calls with this access key, or to this Region. */
  accessKeyID: z.string().optional(),
  region: z.string().optional(),
  /** How late a slow answer comes, or how long a job is hidden. */
  milliseconds: z.number().min(0).max(600_000).optional(),
  retryAfterSeconds: z.int().min(0).optional(),
});
export type FaultInput = z.infer<typeof faultInput>;

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

/** The errors that a fault answers with instead of doing anything. */
export function errorOf({ kind, retryAfterSeconds }: FaultInput): DrsError | undefined {
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
