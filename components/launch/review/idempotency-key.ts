import type { FailbackLaunchRequest } from '@/lib/contract/failback-launch';

const STORAGE_KEY = 'homeward:launch-key';

/**
 * The key of this very launch. A double press, a reload or a lost answer sends the same key again, so that
 * the server repeats nothing; another selection or other tags are another launch.
 */
export function keyFor(request: FailbackLaunchRequest): string {
  const content = JSON.stringify(request);
  const stored = read();
  if (stored?.content === content) return stored.key;
  const key = newKey();
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify({ content, key }));
  return key;
}

/** After a clear refusal nothing was launched, and a further attempt is a launch of its own. */
export function forgetKey() {
  sessionStorage.removeItem(STORAGE_KEY);
}

function read(): { content: string; key: string } | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function newKey() {
  // randomUUID is absent where the console is served by plain HTTP under another name than localhost.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
