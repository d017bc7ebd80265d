// Launches failback as scripts usually do: with the defaults of the AWS SDK, and a record after success. It shows that the
// proof finds double launches where there are any.
import { StartFailbackLaunchCommand } from '@aws-sdk/client-drs';
import { appendFile, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { drsClient } from '../drs';

const { PORT, SIMULATOR_URL = '', RECORD = '' } = process.env;

const drs = drsClient(SIMULATOR_URL);

const underWay = new Map<string, Promise<number>>();

const server = createServer(async (request, response) => {
  const answer = (status: number, body: unknown) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  if (request.method !== 'POST') return answer(200, { launches: [], nextCursor: null });
  const { recoveryInstanceIDs } = (await json(request)) as { recoveryInstanceIDs: string[] };
  const key = String(request.headers['idempotency-key']);
  const launching = underWay.get(key) ?? launchOnce(key, recoveryInstanceIDs);
  underWay.set(key, launching);
  // A client that gave up waiting asks again, and that is a launch of its own.
  response.on('close', () => underWay.delete(key));
  return answer(await launching, {});
});
server.listen(Number(PORT), '127.0.0.1');

/** Launches what is not recorded under its key, and records it once it has succeeded. */
async function launchOnce(key: string, recoveryInstanceIDs: string[]): Promise<number> {
  const recorded = await readFile(RECORD, 'utf8').catch(() => '');
  if (recorded.split('\n').includes(key)) return 202;
  try {
    await drs.send(new StartFailbackLaunchCommand({ recoveryInstanceIDs }));
    await appendFile(RECORD, `${key}\n`);
    return 202;
  } catch {
    return 502;
  }
}
