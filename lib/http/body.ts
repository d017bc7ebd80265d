import type { ZodType, core, z } from 'zod';
import { refusal } from '@/lib/contract/problem-error';

/** Room for the largest launch: 10,000 ids, their tags and the hash of their preview. */
const LARGEST_BODY = 1_000_000;

/** Reads a JSON body of the given shape. Throws a ProblemError that says what is wrong with it. */
export async function readBody<Schema extends ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw refusal({
      status: 415,
      code: 'not-json',
      title: 'The body must be JSON',
      detail: 'Send the header "Content-Type: application/json".',
    });
  }
  const parsed = schema.safeParse(parseJSON(await readText(request)));
  if (parsed.success) return parsed.data;
  const findings = parsed.error.issues.flatMap(readIssue);
  throw refusal({
    status: 400,
    code: 'invalid-request',
    title: 'The request is not valid',
    detail: [...new Set(findings.map(({ detail }) => detail))].slice(0, MOST_SENTENCES).join(' '),
    fields: findings,
  });
}

/** More sentences than these help nobody; the fields have them all. */
const MOST_SENTENCES = 5;

/** What zod found. The rules of a map's keys are nested in an issue that only says that a key is invalid. */
function readIssue(issue: core.$ZodIssue): { pointer: string; detail: string }[] {
  const pointer = issue.path.map((part) => `/${String(part)}`).join('');
  if (issue.code === 'invalid_key') {
    return issue.issues.map(({ message }) => ({ pointer, detail: message }));
  }
  return [{ pointer, detail: issue.message }];
}

function parseJSON(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal({
      status: 400,
      code: 'malformed-json',
      title: 'The body is not JSON',
      detail: 'The body could not be read as JSON; check quotes, commas and brackets.',
    });
  }
}

/** Reads no further than the limit, whatever the headers promise. */
async function readText(request: Request): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST_BODY) {
      throw refusal({
        status: 413,
        code: 'body-too-large',
        title: 'The body is too large',
        detail: 'A body may have 1 MB at most.',
      });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
