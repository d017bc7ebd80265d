import http from 'node:http';
import type { StreamEvent } from '../lib/contract/event';
import { applyPatch } from '../lib/patch/apply';

type Answer = Record<string, unknown>;

/** One reader of an event stream, which keeps the answers up to date as a browser does. */
interface Viewer {
  /** By topic. */
  answers: Map<string, Answer>;
  close: () => void;
}

interface Stream {
  url: string;
  /** Called with every event, the moment it arrived and who took it. */
  onEvent?: (event: StreamEvent, arrived: number, viewer: Viewer) => void;
  /** Called when the server has ended the stream. */
  onEnd?: () => void;
}

/** Opens so many event streams at once, each on a connection of its own. Resolves when all have begun. */
export async function openStreams(count: number, stream: Stream): Promise<Viewer[]> {
  const agent = new http.Agent({ maxSockets: Infinity });
  return Promise.all(Array.from({ length: count }, () => openStream(agent, stream)));
}

function openStream(agent: http.Agent, { url, onEvent, onEnd }: Stream): Promise<Viewer> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent }, (response) => {
      if (response.statusCode !== 200) {
        reject(new Error(`${url} answered ${response.statusCode}.`));
        return;
      }
      const viewer: Viewer = { answers: new Map(), close: () => request.destroy() };
      let rest = '';
      response.on('end', () => onEnd?.());
      response.setEncoding('utf8').on('data', (text: string) => {
        const arrived = Date.now();
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          if (!line.startsWith('data: ')) continue;
          const event = JSON.parse(line.slice('data: '.length)) as StreamEvent;
          take(event, viewer.answers);
          onEvent?.(event, arrived, viewer);
        }
      });
      resolve(viewer);
    });
    request.on('error', reject);
  });
}

function take(event: StreamEvent, answers: Viewer['answers']) {
  if (event.kind === 'snapshot') answers.set(event.topic, event.answer);
  if (event.kind !== 'patch') return;
  answers.set(event.topic, applyPatch(answers.get(event.topic) ?? {}, event.patch));
}
