import { digest } from './random';

/** The account of a long-term access key: each has one of its own. */
export function accountOf(seed: number, accessKeyID: string): string {
  const number = Number.parseInt(digest(seed, accessKeyID).slice(0, 12), 16);
  return String((number % 900_000_000_000) + 100_000_000_000);
}
