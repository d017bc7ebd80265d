import type { Readiness } from '@/lib/contract/readiness';
import { asClause, inOneSentence } from './clauses';
import { VERDICT_LABELS } from './labels';

/**
 * The verdict, its gravest reason and what to do about it: "Blocked: the failback client was last seen
 * 14 min ago; check that the machine is still booted into it."
 */
export function verdictSentence({ verdict, reasons: [gravest] }: Readiness): string {
  return `${VERDICT_LABELS[verdict]}: ${asClause(inOneSentence(gravest?.sentence, gravest?.remedy))}.`;
}
