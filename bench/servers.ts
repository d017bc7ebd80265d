import { startConsole } from '../e2e/console-process';
import { ServerProcess, type ServerSettings } from '../e2e/server-process';
import { portToReturnTo } from '../scripts/ports.mjs';

export interface Running {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts the simulator in a process of its own, with as many servers as asked for and further flags. */
export function startSimulatorProcess(servers: number, ...flags: string[]): Promise<Running> {
  return start((port) => [
    ...typescript('lib/simulator/main.ts'),
    ...`--seed 1 --port ${port} --servers ${servers}`.split(' '),
    ...flags,
  ]);
}

/** Starts the production console against a simulator, with an empty data folder and further settings. */
export async function startConsoleProcess(
  simulatorURL: string,
  settings: Record<string, string> = {},
): Promise<Running> {
  const { running, stop } = await startConsole(simulatorURL, { settings });
  return { url: running.url, pid: running.pid, stop };
}

/** Starts a process that does nothing but listen, for a floor. */
export function startEmptyProcess(): Promise<Running> {
  return start((port) => [...typescript('bench/empty-server.ts'), String(port)]);
}

/** Starts a bare server of event streams, for a floor. */
export function startBareStreamProcess(): Promise<Running> {
  return start((port) => [...typescript('bench/bare-stream-server.ts'), String(port)]);
}

/** Starts a built Next application that is not ours, for a floor. */
export function startNextProcess(folder: string): Promise<Running> {
  return start((port) => [
    process.execPath,
    'node_modules/next/dist/bin/next',
    'start',
    folder,
    ...`-H 127.0.0.1 -p ${port}`.split(' '),
  ]);
}

type Command = ServerSettings['command'];

const typescript = (file: string): Command => [process.execPath, '--import', 'tsx', file];

async function start(commandOn: (port: number) => Command): Promise<Running> {
  const port = await portToReturnTo();
  const server = new ServerProcess({ command: commandOn(port), port });
  await server.start();
  return { url: server.url, pid: server.pid, stop: () => server.stop() };
}
