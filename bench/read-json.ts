import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

interface Sent {
  headers: Record<string, string>;
  body: string;
}

/** Reads JSON with nothing but `node:http` and `JSON.parse`, uncompressed; by POST when something is sent. */
export function readAsJSON<Answer>(url: string, sent?: Sent): Promise<Answer> {
  const options = { agent, method: sent ? 'POST' : 'GET', headers: sent?.headers ?? {} };
  return new Promise((resolve, reject) => {
    request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString()) as Answer));
    })
      .on('error', reject)
      .end(sent?.body);
  });
}
