import type { ZodType } from 'zod';
import { refusal } from '@/lib/contract/problem-error';

/** Throws a ProblemError that says what an id looks like when this one does not. */
export function requireWellFormed(schema: ZodType, id: string) {
  const { error } = schema.safeParse(id);
  if (!error) return;
  throw refusal({
    status: 400,
    code: 'malformed-id',
    title: 'The id is malformed',
    detail: error.issues.map(({ message }) => message).join(' '),
  });
}

/** The ProblemError for an id that DRS does not list in a target. */
export function notFound(what: string, id: string, target: string) {
  return refusal({
    status: 404,
    code: `unknown-${what.replace(' ', '-')}`,
    title: `Unknown ${what}`,
    detail: `DRS lists no ${what} ${id} in ${target}. Check the id; it may have been deleted.`,
  });
}
