import { AwsError } from '../errors';
import type { FaultKind } from '../faults/fault-kinds';
import { PreserializedJSON } from '../preserialized-json';

/** What happens to the answer on its way out. */
export type Delivery = Extract<
  FaultKind,
  'html-502' | 'hang' | 'reset' | 'slow' | 'truncate' | 'commit-then-drop' | 'commit-then-hang'
>;

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
  delivery?: { kind: Delivery; milliseconds: number };
}

/** The answer of DRS, which speaks JSON; the body is empty where an operation has no output. */
export function jsonAnswer(result: unknown, status = 200): Answer {
  if (result === undefined) return { status, headers: {}, body: '' };
  const body =
    result instanceof PreserializedJSON ? Buffer.concat(result.pieces) : JSON.stringify(result);
  return { status, headers: { 'Content-Type': 'application/json' }, body };
}

export function jsonError({ status, type, message, headers, members }: AwsError): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json', 'X-Amzn-ErrorType': type, ...headers },
    body: JSON.stringify({ message, ...members }),
  };
}

/** Turns an AwsError into an answer. Any other error is a bug of the simulator and is thrown on. */
export function settle(answerOf: (error: AwsError) => Answer, act: () => Answer): Answer {
  try {
    return act();
  } catch (error) {
    if (error instanceof AwsError) return answerOf(error);
    throw error;
  }
}
