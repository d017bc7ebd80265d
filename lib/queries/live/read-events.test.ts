import { expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/contract/event';
import { readEvents } from './read-events';

const current = (sequence: number): StreamEvent => ({ kind: 'current', topic: 'é', sequence });

async function read(chunkLength: number, text: string) {
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += chunkLength) {
        controller.enqueue(bytes.slice(at, at + chunkLength));
      }
      controller.close();
    },
  });
  const events: StreamEvent[] = [];
  let chunks = 0;
  await readEvents(body, { onEvent: (event) => events.push(event), onBytes: () => (chunks += 1) });
  return { events, chunks };
}

it.each([1, 7, 1_000])('reads events that come in pieces of %i bytes', async (length) => {
  const write = (event: StreamEvent, id: number) => `data: ${JSON.stringify(event)}\nid: ${id}\n\n`;
  const text = `retry: 1000\n\n${write(current(1), 1)}: still here\n\n${write(current(2), 2)}data: {"cut`;
  const { events, chunks } = await read(length, text);
  expect(events).toEqual([current(1), current(2)]);
  expect(chunks).toBeGreaterThan(0);
});
