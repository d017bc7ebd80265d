import type { Problem } from '@/lib/contract/problem';

// Answers are about production machines: no cache keeps them.
const COMMON = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

export function json(body: unknown, init: ResponseInit = {}): Response {
  return Response.json(body, { ...init, headers: { ...COMMON, ...init.headers } });
}

/** An answer that is JSON text already. */
export function jsonText(text: string): Response {
  return new Response(text, { headers: { ...COMMON, 'Content-Type': 'application/json' } });
}

export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  const retryAfter = problem.retryAfterSeconds;
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...COMMON,
      'Content-Type': 'application/problem+json',
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(Math.ceil(retryAfter)) }),
      ...headers,
    },
  });
}
