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

const UNLISTED = {
  job: { code: 'unknown-job', title: 'Unknown job' },
  'recovery instance': { code: 'unknown-recovery-instance', title: 'Unknown recovery instance' },
};

/** The ProblemError for an id that DRS does not list in a target. */
export function notFound(what: keyof typeof UNLISTED, id: string, target: string) {
  return refusal({
    status: 404,
    ...UNLISTED[what],
    detail: `DRS lists no ${what} ${id} in ${target}. Check the id; it may have been deleted.`,
  });
}
