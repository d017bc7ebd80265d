import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from './answer';

/** Sends the answer, or does to it what a fault asks for. */
export async function deliver(
  { status, headers, body, delivery }: Answer,
  response: ServerResponse,
) {
  switch (delivery?.kind) {
    case 'hang':
    case 'commit-then-hang':
      return;
    case 'reset':
    case 'commit-then-drop':
      response.destroy();
      return;
    case 'html-502':
      response
        .writeHead(502, { 'Content-Type': 'text/html' })
        .end('<html><body><h1>502 Bad Gateway</h1></body></html>');
      return;
    case 'truncate':
      response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
      response.write(body.slice(0, Math.floor(body.length / 2)), () => response.destroy());
      return;
    case 'slow':
      await wait(delivery.milliseconds);
      break;
    case undefined:
  }
  // With a Content-Length the answer leaves in one piece instead of in chunks.
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, { ...headers, ...lengthOf(status, bytes) }).end(bytes);
}

/** An answer without content says no length. https://www.rfc-editor.org/rfc/rfc9110#section-8.6 */
const lengthOf = (status: number, { byteLength }: Buffer) =>
  status === 204 ? {} : { 'Content-Length': byteLength };
