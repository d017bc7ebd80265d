import type { BatchState } from '@/lib/contract/batch-states';

interface Transition {
  from: readonly BatchState[];
  to: BatchState;
}

/**
 * Every way in which the state of a batch may change; `moveBatch` makes no other change. `claim` alone leads to a call.
 * A batch comes back to `planned` when it is certain that its call launched nothing, or when a person has it sent again.
 */
export const TRANSITIONS = {
  /** One process takes it, to send it. */
  claim: { from: ['planned'], to: 'sending' },
  /** Its process claimed it and never began the call. */
  unclaim: { from: ['sending'], to: 'planned' },

  // What the call came to. A clear answer counts also when somebody gave up on it meanwhile, or has it sent again.
  /** DRS answered with a job. */
  accept: {
    from: ['sending', 'unknown', 'found', 'parked', 'dismissed', 'planned'],
    to: 'accepted',
  },
  /** DRS refused. */
  reject: { from: ['sending', 'unknown', 'parked'], to: 'rejected' },
  /** DRS refused what a person had sent again: what the earlier call did is as unknown as before. */
  rejectResend: { from: ['sending', 'unknown'], to: 'parked' },
  /** The call certainly launched nothing and may be made later. */
  postpone: { from: ['sending', 'unknown'], to: 'planned' },
  /** The answer is lost. */
  loseAnswer: { from: ['sending', 'unknown'], to: 'unknown' },

  // What looking for a lost answer comes to.
  /** Its process has had all the time it could need to record the answer. */
  giveUpOnAnswer: { from: ['sending'], to: 'unknown' },
  /** Its job was found. */
  find: { from: ['sending', 'unknown', 'parked', 'planned'], to: 'found' },
  /** The lost answer can only have been a refusal. */
  concludeRefused: { from: ['unknown'], to: 'rejected' },
  /** It was postponed, and there is a job that may be its own; a person decides. */
  parkPostponed: { from: ['planned'], to: 'parked' },
  /** No job was found, or an earlier call is still in doubt; a person decides. */
  park: { from: ['unknown'], to: 'parked' },

  // What happens to one that waits for its turn.
  /** Its servers cannot be launched any more. */
  setAside: { from: ['planned'], to: 'rejected' },
  /** The same, and an earlier call is still in doubt. */
  setAsideResend: { from: ['planned'], to: 'parked' },

  // What a person decides.
  resend: { from: ['parked'], to: 'planned' },
  dismiss: { from: ['parked'], to: 'dismissed' },
  cancel: { from: ['planned'], to: 'cancelled' },
  /** What was to be sent again is not, and an earlier call is still in doubt. */
  cancelResend: { from: ['planned'], to: 'parked' },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof TRANSITIONS;

export const transitionOf = (name: TransitionName): Transition => TRANSITIONS[name];
