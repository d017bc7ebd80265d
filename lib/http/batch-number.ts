import { refusal } from '@/lib/contract/problem-error';

/** The batch that a path names. Throws a ProblemError when that is no number. */
export function batchNumberOf({ number = '' }: Record<string, string>): number {
  if (/^[1-9]\d{0,5}$/.test(number)) return Number(number);
  throw refusal({
    status: 400,
    code: 'malformed-batch-number',
    title: 'The batch number is malformed',
    detail: 'A batch is named by its number in the launch, such as 1.',
  });
}
