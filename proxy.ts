import { type NextRequest, NextResponse } from 'next/server';
import { parseAllowedHosts } from '@/lib/config/allowed-hosts';
import { isAllowedHost } from '@/lib/http/guard';

/** The headers of a careful site, on every page and answer. Handlers still guard themselves. */
export default function proxy(request: NextRequest) {
  const allowedHosts = parseAllowedHosts(process.env.HOMEWARD_ALLOWED_HOSTS);
  if (!isAllowedHost(request.headers.get('host'), allowedHosts)) {
    return new NextResponse('This host name is not allowed. See HOMEWARD_ALLOWED_HOSTS.\n', {
      status: 421,
    });
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  // Next reads the nonce from this header and puts it on its own scripts.
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

export const config = { matcher: '/((?!_next/static/).*)' };

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

function contentSecurityPolicy(nonce: string): string {
  // Hot reload evaluates code; the production build does not.
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Lanes and bars are placed by style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
