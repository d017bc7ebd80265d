import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Connection } from './connection';

let body: ReadableStreamDefaultController<Uint8Array>;
let states: string[];
let places: (string | null)[];
let connection: Connection;

beforeEach(() => {
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => void (body = controller),
  });
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(stream, { headers: { 'Homeward-Place': 'here' } })),
  );
  states = [];
  places = [];
  connection = new Connection({
    onEvent: () => undefined,
    onState: (state) => {
      states.push(state.kind);
      if (state.kind === 'live') places.push(state.place);
    },
  });
});
afterEach(() => {
  connection.close();
  vi.unstubAllGlobals();
});

it('is live once something has come, for a proxy may hold back what comes after the headers', async () => {
  connection.follow(new Map([['/api/jobs?target=t', 0]]));
  await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
  await new Promise((resolve) => setImmediate(resolve));
  expect(states).toEqual([]);
  body.enqueue(new TextEncoder().encode('retry: 1000\n\n'));
  await vi.waitFor(() => expect(states).toEqual(['live']));
  expect(places).toEqual(['here']);
  body.enqueue(new TextEncoder().encode(': still here\n\n'));
  body.close();
  await vi.waitFor(() => expect(states).toEqual(['live', 'waiting']));
});
