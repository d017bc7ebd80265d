import { byID } from './dom.js';

/** Asks the control path; throws with its own words when it refuses. */
export async function ask(path, method = 'GET', body = undefined) {
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}

/** Does something and says how it ended, in the place where the connection is shown. */
export async function act(words, path, method, body) {
  try {
    const answer = await ask(path, method, body);
    say(answer.message ?? words, false);
  } catch (error) {
    say(error.message, true);
  }
  document.dispatchEvent(new Event('changed'));
}

export function say(words, isBad) {
  const place = byID('connection');
  place.textContent = words;
  place.className = isBad ? 'status bad' : 'status muted';
}
