import type { Readiness } from '@/lib/contract/readiness';
import { VERDICT_LABELS } from './labels';

/**
 * The verdict, its gravest reason and what to do about it: "Blocked: the failback client was last seen
 * 14 min ago; check that the machine is still booted into it."
 */
export function verdictSentence({ verdict, reasons }: Readiness): string {
  const [gravest] = reasons;
  const parts = [gravest?.sentence, gravest?.remedy].flatMap((part) =>
    part ? [asClause(part)] : [],
  );
  return `${VERDICT_LABELS[verdict]}: ${parts.join('; ')}.`;
}

/** A sentence made part of another: without its full stop, and small unless it begins with a name like DRS. */
function asClause(sentence: string): string {
  const clause = sentence.replace(/\.$/, '');
  return /^[A-Z]([a-z' ])/.test(clause) ? clause.charAt(0).toLowerCase() + clause.slice(1) : clause;
}
