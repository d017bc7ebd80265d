import type { Effect } from './effects';
import type { FaultKind } from '../faults/fault-kinds';

/** One call as it was received: tests and trainers look up here what really arrived. */
export interface ReceivedCall {
  /** On the simulated clock. */
  time: string;
  operation: string;
  accessKeyID: string;
  accountID: string;
  region: string;
  /** The SDK's own count, such as "attempt=1; max=3". */
  attempt: string;
  /** The same for every attempt of one call of an SDK. */
  invocationID: string;
  /** The status of the answer, whether or not it left. */
  status: number;
  /** The fault that struck it. */
  fault?: FaultKind;
  /** What it changed; absent: nothing. */
  effect?: Effect;
}

export function receivedCall(
  time: Date,
  operation: string,
  headers: Record<string, string | string[] | undefined>,
): ReceivedCall {
  return {
    time: time.toISOString(),
    operation,
    accessKeyID: '',
    accountID: '',
    region: '',
    attempt: String(headers['amz-sdk-request'] ?? ''),
    invocationID: String(headers['amz-sdk-invocation-id'] ?? ''),
    status: 0,
  };
}
