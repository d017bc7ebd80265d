import { PLACE_HEADER } from '@/lib/contract/place';
import { refusal } from '@/lib/contract/problem-error';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a Host header names one of the allowed host names; the port does not matter. */
export function isAllowedHost(host: string | null, allowedHosts: readonly string[]): boolean {
  const name = (host ?? '').toLowerCase().replace(/:\d+$/, '');
  return allowedHosts.includes(name);
}

/** Refuses a request under a foreign host name: the address of a page that rebinds its name to us. */
export function guardHost(request: Request, allowedHosts: readonly string[]): void {
  if (isAllowedHost(request.headers.get('host'), allowedHosts)) return;
  throw refusal({
    status: 421,
    code: 'host-not-allowed',
    title: 'This host name is not allowed',
    detail: 'Use a host name that HOMEWARD_ALLOWED_HOSTS lists.',
  });
}

/**
 * Refuses a request that changes something on behalf of another site. A browser says where a request comes
 * from; a runbook sends the console's own Origin.
 */
export function guardOrigin(request: Request): void {
  const host = request.headers.get('host');
  if (SAFE_METHODS.has(request.method) || isSameOrigin(request, host)) return;
  throw refusal({
    status: 403,
    code: 'cross-site',
    title: 'The request does not come from this console',
    detail: `Send the console's own address in the Origin header, such as "Origin: http://${host}".`,
  });
}

/**
 * Refuses a request that was meant for another place: a page or a runbook of a console that was restarted with other
 * settings since, and whose servers may have the same names there.
 */
export function guardPlace(request: Request, place: string): void {
  const meant = request.headers.get(PLACE_HEADER);
  if (meant === null || meant === place) return;
  throw refusal({
    status: 409,
    code: 'place-changed',
    title: 'This console is connected to another place now',
    detail: `Its targets, a Region, a role or the simulator are not those that the request names in ${PLACE_HEADER}. This request has done nothing. Read the fleet again before you decide.`,
  });
}

function isSameOrigin(request: Request, host: string | null): boolean {
  if (request.headers.get('sec-fetch-site') === 'same-origin') return true;
  const origin = request.headers.get('origin');
  return origin === `http://${host}` || origin === `https://${host}`;
}
