import type { Check, Reason } from '@/lib/contract/readiness';
import type { Facts } from './facts';

/** What a rule holds against launching a server now, and what to do about it. */
export interface Objection extends Omit<Reason, 'rule'> {
  verdict: Exclude<Reason['verdict'], 'ready'>;
  /** The public page about this very value, where the page of the rule says less. */
  source?: string;
}

/** A rule that holds nothing against a server says which it is: good as it stands, or not for it to judge. */
export type Finding = Objection | Extract<Check['result'], 'pass' | 'not-applicable'>;

/** One row of the table of rules. */
export interface Rule {
  id: string;
  title: string;
  /** The member of the DRS answer it looks at. */
  looksAt: string;
  /** The public page it rests on. */
  source: string;
  /** What DRS says, in words. */
  fact: (facts: Facts) => string;
  /** Since when the fact is known, where that is not when the server was read. */
  asOf?: (facts: Facts) => Date | undefined;
  judge: (facts: Facts) => Finding;
}

/** What is a decision for a person on a server that is Ready keeps any other from becoming Ready. */
export function blockedIfRuledOut(objection: Objection, { isRuledOutByState }: Facts): Objection {
  return isRuledOutByState ? { ...objection, verdict: 'blocked' } : objection;
}

/** A value that DRS leaves out, or that is newer than Homeward: never green, never forbidden. */
export function unknownValue(what: string, value: string | undefined): Objection {
  return {
    verdict: 'caution',
    sentence:
      value === undefined
        ? `DRS gives no ${what}.`
        : `The ${what} ${value} is not known to Homeward.`,
    remedy: 'Look at this server in the AWS console.',
  };
}
