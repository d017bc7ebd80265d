import type { ZodType, z } from 'zod';
import { refusal } from '@/lib/contract/problem-error';

/** Reads the query of a request, of the given shape. Throws a ProblemError that says what is wrong with it. */
export function readQuery<Schema extends ZodType>(
  request: Request,
  schema: Schema,
): z.infer<Schema> {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    pointer: `?${issue.path.join('.')}`,
    detail: issue.message,
  }));
  throw refusal({
    status: 400,
    code: 'invalid-query',
    title: 'The query is not valid',
    detail: fields.map(({ pointer, detail }) => `${pointer}: ${detail}`).join(' '),
    fields,
  });
}
