import { createHash } from 'node:crypto';
import type { WireRequest } from '../http/request';

/**
 * The text that a client signs.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalRequest(request: WireRequest, signedHeaders: readonly string[]): string {
  const headers = signedHeaders.map((name) => {
    const value = request.headers[name];
    const text = Array.isArray(value) ? value.join(',') : (value ?? '');
    return `${name}:${text.trim().replaceAll(/\s+/g, ' ')}\n`;
  });
  return [
    request.method,
    // Clients sign the path encoded once more than they send it.
    request.rawPath.split('/').map(encode).join('/'),
    canonicalQuery(request.rawQuery),
    headers.join(''),
    signedHeaders.join(';'),
    // The AWS CLI sends no hash of its body, so the body itself counts.
    sha256(request.body),
  ].join('\n');
}

export const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

function canonicalQuery(rawQuery: string): string {
  return [...new URLSearchParams(rawQuery)]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');
}

const encode = (text: string) =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
