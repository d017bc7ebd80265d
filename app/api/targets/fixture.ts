import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseConfig } from '@/lib/config';
import { makeServices, replaceServices } from '@/lib/services';
import { type Simulator, prepareConsole } from '../fixture';

/** A console over a file of targets, all of them on one simulator, which it closes too; for tests of handlers. */
export async function openTargets(
  simulator: Simulator,
  fileOf: (simulatorURL: string) => string,
  variables: Record<string, string> = {},
) {
  const { folder, close } = await prepareConsole(simulator);
  const file = path.join(folder, 'targets.yaml');
  await writeFile(file, fileOf(simulator.url));
  const settings = { HOMEWARD_TARGETS_FILE: file, HOMEWARD_DATA_DIR: folder, ...variables };
  replaceServices(makeServices(parseConfig({ LOG_LEVEL: 'silent', ...settings })));
  return {
    simulatorURL: simulator.url,
    close,
  };
}

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** Asks a handler as a caller of the API would. */
export async function ask<Answer>(handler: Handler, address: string) {
  const request = new Request(`http://127.0.0.1:3000${address}`, {
    headers: { Host: '127.0.0.1:3000' },
  });
  const response = await handler(request, { params: Promise.resolve({}) });
  return { status: response.status, body: (await response.json()) as Answer };
}
