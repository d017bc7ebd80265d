import { problemIn, refusal } from '@/lib/contract/problem-error';

/**
 * Does what follows once the intent of a launch is on disk. A failure from then on undoes nothing, so a ProblemError of
 * its own code is thrown that says so: whoever read "nothing was launched" would launch the servers again, or walk away from them.
 */
export async function onceOnRecord<Result>(
  launchID: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const problem = problemIn(error);
    if (!problem) throw error;
    throw refusal({
      status: 503,
      code: 'launch-on-record',
      title: 'The launch is on record, and something has failed since',
      detail: `${launchID} is on record and may have been sent; it goes on by itself as soon as it can. Launch none of its servers anew: the same request under the same Idempotency-Key tells what became of it. What failed: ${problem.title}.`,
      launchID,
    });
  }
}
