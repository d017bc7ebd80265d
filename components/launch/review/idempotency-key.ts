import type { FailbackLaunchRequest } from '@/lib/contract/failback-launch';

const storageKey = (target: string) => `homeward:launch-key:${target}`;

/**
 * The key of this very launch. A double press, a reload or a lost answer sends the same key again, so that
 * the server repeats nothing; another selection or other tags are another launch. A newer preview of the same
 * is not.
 */
export function keyFor(request: FailbackLaunchRequest): string {
  const content = JSON.stringify({ ...request, selectionHash: undefined });
  const stored = read(request.target);
  if (stored?.content === content) return stored.key;
  const key = newKey();
  sessionStorage.setItem(storageKey(request.target), JSON.stringify({ content, key }));
  return key;
}

/** After a clear answer a further attempt is a launch of its own. */
export function forgetKey({ target }: FailbackLaunchRequest) {
  sessionStorage.removeItem(storageKey(target));
}

function read(target: string): { content: string; key: string } | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey(target)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function newKey() {
  // randomUUID is absent where the console is served by plain HTTP under another name than localhost.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
