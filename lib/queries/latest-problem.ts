import type { Problem } from '@/lib/contract/problem';
import { problemOf } from './fetch-json';

/** Why the newest facts are missing: our API did not answer, or DRS did not answer it. */
export function latestProblem({
  error,
  data,
}: {
  error: Error | null;
  data?: { problem: Problem | null } | undefined;
}): Problem | null {
  return error ? problemOf(error) : (data?.problem ?? null);
}
