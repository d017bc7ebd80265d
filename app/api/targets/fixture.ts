import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { parseConfig } from '@/lib/config';
import { makeServices, replaceServices } from '@/lib/services';

interface Simulator {
  url: string;
  close: () => Promise<void>;
}

/** A console over a file of targets, all of them on one simulator, which it closes too; for tests of handlers. */
export async function openTargets(
  simulator: Simulator,
  fileOf: (simulatorURL: string) => string,
  variables: Record<string, string> = {},
) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'homeward-targets-'));
  const file = path.join(folder, 'targets.yaml');
  await writeFile(file, fileOf(simulator.url));
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'HOMEWARDTEST');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'homeward-simulator');
  vi.stubEnv('LOG_LEVEL', 'silent');
  const settings = { HOMEWARD_TARGETS_FILE: file, HOMEWARD_DATA_DIR: folder, ...variables };
  replaceServices(makeServices(parseConfig(settings)));
  return {
    simulatorURL: simulator.url,
    close: async () => {
      vi.unstubAllEnvs();
      await simulator.close();
      await rm(folder, { recursive: true, force: true });
    },
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
