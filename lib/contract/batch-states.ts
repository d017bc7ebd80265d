/** What a state of a batch means for whatever deals with the batch. */
interface Traits {
  /** No other launch may have its servers. A job frees them one by one, as it ends for them. */
  holdsServers: boolean;
  /** It is not settled yet what becomes of its servers. */
  isOpen: boolean;
  /** Its call is under way or its answer is lost: it may use a job and its servers of the quotas. */
  isInFlight: boolean;
  /** It is known which DRS job it became. */
  hasJob: boolean;
}

/** The states of a batch and what each means; lib/store/transitions.ts says how a batch gets from one to another. */
export const BATCH_STATES = {
  /** Waits for its turn; nothing was sent, unless DRS turned it back for the moment or a person has it sent again. */
  planned: { holdsServers: true, isOpen: true, isInFlight: false, hasJob: false },
  /** The call is under way. */
  sending: { holdsServers: true, isOpen: true, isInFlight: true, hasJob: false },
  /** DRS answered with a job. */
  accepted: { holdsServers: true, isOpen: false, isInFlight: false, hasJob: true },
  /** DRS refused, or it was set aside before it was sent; nothing was launched. */
  rejected: { holdsServers: false, isOpen: false, isInFlight: false, hasJob: false },
  /** The answer was lost and its job is looked for. */
  unknown: { holdsServers: true, isOpen: true, isInFlight: true, hasJob: false },
  /** The answer was lost and its job was found. */
  found: { holdsServers: true, isOpen: false, isInFlight: false, hasJob: true },
  /**
   * No job was found and nothing was sent again; a person decides. It is parked once more when what that person wants
   * sent again is refused, set aside or cancelled, because the first call may have launched it.
   */
  parked: { holdsServers: true, isOpen: true, isInFlight: false, hasJob: false },
  /** A person said that it is not needed. */
  dismissed: { holdsServers: false, isOpen: false, isInFlight: false, hasJob: false },
  /** A person cancelled it before it was sent. */
  cancelled: { holdsServers: false, isOpen: false, isInFlight: false, hasJob: false },
} as const satisfies Record<string, Traits>;

export type BatchState = keyof typeof BATCH_STATES;

export const BATCH_STATE_NAMES = Object.keys(BATCH_STATES) as BatchState[];

/** The states that have a trait. */
export function statesWhere(trait: keyof Traits): BatchState[] {
  return BATCH_STATE_NAMES.filter((state) => BATCH_STATES[state][trait]);
}
