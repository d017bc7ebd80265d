import { get } from 'node:http';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { LIMITS } from './limits';
import { report, residentMegabytes } from './measure';
import { startConsoleProcess, startSimulatorProcess } from './servers';

/** The bytes of the fleet as it travels, and the memory that the server takes for it. */
export async function benchFleetWire(servers: number) {
  const simulator = await startSimulatorProcess(servers);
  const console = await startConsoleProcess(simulator.url);
  try {
    const idle = residentMegabytes(console.pid);
    const body = await bodyOf(`${console.url}/api/fleet?target=eu-west-1`);
    const densest = brotliCompressSync(gunzipSync(body)).length;
    const what = `${servers} rows over the wire, by gzip`;
    const limit = servers === 10_000 ? { limit: LIMITS.rowsOverTheWire } : {};
    report(what, body.length / 1000, densest / 1000, 'kB', limit);
    report(
      `memory of a server that has read ${servers} rows`,
      residentMegabytes(console.pid),
      idle,
      'MB',
    );
  } finally {
    await Promise.all([simulator.stop(), console.stop()]);
  }
}

/** The body as it came, compressed. */
function bodyOf(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    }).on('error', reject);
  });
}
