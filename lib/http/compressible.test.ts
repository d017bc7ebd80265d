import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { makeJSONCompressible } from './compressible';

it.each([
  [['application/json'], 'application/json'],
  [['application/problem+json'], 'application/problem+json'],
  [['text/event-stream'], ['text/event-stream']],
  ['text/html', 'text/html'],
])('A content type set as %j is known to the server as %j', (set, known) => {
  makeJSONCompressible();
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  response.setHeader('content-type', set);
  expect(response.getHeader('Content-Type')).toEqual(known);
});
