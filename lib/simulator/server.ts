import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../time';
import { type Answer, jsonError } from './http/answer';
import { answerRequest } from './http/answer-request';
import { CONTROL_PREFIX } from './control/prefix';
import { deliver } from './http/deliver';
import { AwsError } from './errors';
import { type WireRequest, readRequest } from './http/request';
import { type SimulationSettings, type SimulationOptions, settingsOf } from './settings';
import { Simulation } from './simulation';
import { StateFile } from './state-file/keep';

export interface Simulator {
  url: string;
  port: number;
  close: () => Promise<void>;
}

interface Settings extends SimulationOptions {
  /** 0 takes any free one. */
  port: number;
  host?: string;
  /** The file in which the state is kept, and from which the simulator continues. */
  state?: string | undefined;
}

/** Starts a simulated DRS that the unmodified AWS SDK and AWS CLI can talk to. */
export async function startSimulator({
  port,
  host = '127.0.0.1',
  state,
  ...options
}: Settings): Promise<Simulator> {
  const settings = settingsOf(options);
  const saved = state === undefined ? undefined : await savedState(state, settings);
  const simulation = new Simulation(settings, systemClock, saved);
  const file = state === undefined ? undefined : new StateFile(state, simulation);
  const server = createServer((message, response) => {
    serve(simulation, file, message, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  await file?.keep();
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}`,
    port: address.port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await file?.close();
    },
  };
}

async function serve(
  simulation: Simulation,
  file: StateFile | undefined,
  message: IncomingMessage,
  response: ServerResponse,
) {
  const requestID = randomUUID();
  response.setHeader('x-amzn-RequestId', requestID);
  try {
    const request = await readRequest(message);
    const answer = request.rawPath.startsWith(CONTROL_PREFIX)
      ? await controlAnswer(simulation, request, message.socket.remoteAddress)
      : answerRequest(simulation, request, requestID);
    // Every change is on disk before the caller is told of it.
    if (isRead(request)) file?.keepSoon();
    else await file?.keep();
    await deliver(answer, response);
  } catch (error) {
    const known =
      error instanceof AwsError ? error : new AwsError(500, 'InternalFailure', 'Internal failure');
    await deliver(jsonError(known), response);
  }
}

const isRead = ({ method, rawPath }: WireRequest) =>
  method === 'GET' || /^\/(Describe|Get|List)/.test(rawPath);

async function controlAnswer(
  simulation: Simulation,
  request: WireRequest,
  remoteAddress: string | undefined,
): Promise<Answer> {
  const { control } = await import('./control');
  return control(simulation, request, remoteAddress);
}

/** Loads the reader of state files only when there is one: most starts have none. */
async function savedState(path: string, settings: SimulationSettings) {
  const { readState } = await import('./state-file/read');
  return readState(path, settings);
}
