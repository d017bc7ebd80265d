import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';

export interface Simulator {
  url: string;
  close: () => Promise<void>;
}

/**
 * What a console in a test of handlers stands on: credentials that are obviously fake, a data folder that outlives
 * its restarts, and the settings of one target on the simulator. `close` closes the simulator too.
 */
export async function prepareConsole(simulator: Simulator) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'homeward-handlers-'));
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'HOMEWARDTEST');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'homeward-simulator');
  return {
    folder,
    settings: {
      AWS_REGION: 'eu-west-1',
      HOMEWARD_SIMULATOR_URL: simulator.url,
      HOMEWARD_DATA_DIR: folder,
      LOG_LEVEL: 'silent',
    },
    close: async () => {
      vi.unstubAllEnvs();
      await simulator.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
