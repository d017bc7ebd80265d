import { problemIn, refusal } from '@/lib/contract/problem-error';
import { isCommitInDoubt } from '@/lib/store/failures';

/**
 * Writes the intent of a launch. When the answer to its commit is lost, a ProblemError of its own code is thrown: it may
 * be on record, and is sent by itself then.
 */
export async function whileWritingIntent<Result>(
  launchID: string,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!isCommitInDoubt(error)) throw error;
    const problem = {
      status: 503,
      code: 'launch-may-be-on-record',
      title: 'The launch may be on record',
      detail: `The store did not confirm that it has recorded ${launchID}. If it has, the launch is sent by itself. Launch none of its servers anew: repeat the same request under the same Idempotency-Key, which tells what became of it and launches nothing twice.`,
    };
    throw refusal(problem, error);
  }
}

/**
 * Does what follows once the intent of a launch is on disk. A failure from then on undoes nothing, so a ProblemError of
 * its own code says so: whoever read "nothing was launched" would launch the servers again, or walk away from them.
 */
export async function afterIntent<Result>(
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
