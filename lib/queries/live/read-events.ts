import type { StreamEvent } from '@/lib/contract/event';

/**
 * Reads the events of a stream until it ends. `onBytes` is called whenever anything arrives, a heartbeat say.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  { onEvent, onBytes }: { onEvent: (event: StreamEvent) => void; onBytes: () => void },
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as unknown as Decoder).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    onBytes();
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = block.split('\n').find((line) => line.startsWith('data: '));
      if (data) onEvent(JSON.parse(data.slice('data: '.length)) as StreamEvent);
    }
  }
}

/** The types of the platform disagree about which bytes a decoder takes. */
type Decoder = ReadableWritablePair<string, Uint8Array>;
