import { setTimeout as wait } from 'node:timers/promises';
import type { ServerProcess } from '../server-process';

/** A launch that somebody wants, and what they were told of it. */
export interface Intent {
  idempotencyKey: string;
  recoveryInstanceIDs: string[];
  /** Absent while nobody has answered. */
  answer?: Answer;
  /** How the last request ended while there is no answer, in words. */
  pending?: string;
}

export interface Answer {
  status: number;
  /** Present once the launch is on record. */
  launchID?: string;
  /** The code of the problem that it was refused with. */
  code?: string;
}

type Console = Pick<ServerProcess, 'url'>;

/** How long an answer is waited for before the request is sent again, in milliseconds. */
const ANSWER_TIMEOUT = 8_000;

/** Pause before the same request is sent again, in milliseconds. */
const PAUSE = 50;

/**
 * Requests the launch as a browser or a runbook does: under one Idempotency-Key, again and again until an answer says what
 * became of it. While the server is down it keeps trying.
 */
export async function requestUntilAnswered(
  server: Console,
  intent: Intent,
  timeout = ANSWER_TIMEOUT,
): Promise<Answer> {
  for (;;) {
    const answer = await askOnce(server, intent, timeout);
    if (typeof answer !== 'string' && isFinal(answer)) {
      intent.answer ??= answer;
      return answer;
    }
    intent.pending = typeof answer === 'string' ? answer : `${answer.status} ${answer.code}`;
    await wait(PAUSE);
  }
}

/** A launch that was refused before it was recorded, by a fault on the way, may be asked for again. */
const isFinal = ({ status, launchID }: Answer) => status < 500 || launchID !== undefined;

/**
 * The answer, or in words why there is none. Giving up hangs up as well, and does not rely on it: when a server dies
 * in the middle of its answer, `fetch` of Node 20 may leave the rest pending for ever, and its signal is collected with the
 * request. https://github.com/nodejs/undici/pull/4984
 */
async function askOnce(server: Console, intent: Intent, timeout: number): Promise<Answer | string> {
  const call = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => {
      call.abort();
      resolve('no answer in time');
    }, timeout);
  });
  const answer = ask(server, intent, call.signal).catch((error: unknown) => String(error));
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

async function ask({ url }: Console, intent: Intent, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(`${url}/api/failback-launches`, {
    method: 'POST',
    signal,
    headers: {
      Origin: url,
      'Content-Type': 'application/json',
      'Idempotency-Key': intent.idempotencyKey,
    },
    body: JSON.stringify({
      target: 'eu-west-1',
      recoveryInstanceIDs: intent.recoveryInstanceIDs,
      acceptCaution: true,
    }),
  });
  const { launchID, code } = (await response.json()) as { launchID?: string; code?: string };
  return {
    status: response.status,
    ...(launchID === undefined ? {} : { launchID }),
    ...(code === undefined ? {} : { code }),
  };
}
