import { ServerProcess } from './server-process';

interface ConsoleSettings {
  simulatorURL: string;
  dataFolder: string;
  port: number;
  /** Further settings of the console. */
  env?: Record<string, string>;
  /** Words before the script, such as those of a tracer. */
  node?: readonly [program: string, ...words: string[]];
}

/** The production build of the console, not started yet. */
export function consoleProcess({
  simulatorURL,
  dataFolder,
  port,
  env = {},
  node = [process.execPath],
}: ConsoleSettings): ServerProcess {
  return new ServerProcess({
    command: [...node, 'scripts/start.mjs'],
    port,
    env: {
      PORT: String(port),
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'HOMEWARDTEST',
      AWS_SECRET_ACCESS_KEY: 'homeward-simulator',
      HOMEWARD_SIMULATOR_URL: simulatorURL,
      HOMEWARD_DATA_DIR: dataFolder,
      LOG_LEVEL: 'warn',
      ...env,
    },
  });
}
