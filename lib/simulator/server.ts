import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../time';
import { CONTROL_PREFIX, control } from './control';
import { refusalOf } from './control/guard';
import { deliver } from './deliver';
import { DrsError } from './errors';
import { readRequest } from './request';
import { Simulation } from './simulation';

export interface Simulator {
  url: string;
  port: number;
  close: () => Promise<void>;
}

interface Settings {
  /** 0 takes any free one. */
  port: number;
  host?: string;
  servers?: number;
  seed?: number;
  /** How many times as fast as in reality jobs go; 0 stops the clock. */
  speed?: number;
}

/** Starts a simulated DRS that the unmodified AWS SDK and AWS CLI can talk to. */
export async function startSimulator(settings: Settings): Promise<Simulator> {
  const { port, host = '127.0.0.1', servers = 60, seed = 1, speed = 1 } = settings;
  const simulation = new Simulation({ servers, seed, speed }, systemClock);
  const server = createServer((message, response) => {
    serve(simulation, message, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(simulation: Simulation, message: IncomingMessage, response: ServerResponse) {
  const requestID = randomUUID();
  response.setHeader('x-amzn-RequestId', requestID);
  try {
    const request = await readRequest(message);
    if (!request.rawPath.startsWith(CONTROL_PREFIX)) {
      await deliver(simulation.answer(request, requestID), response);
      return;
    }
    const refusal = refusalOf(request, message.socket.remoteAddress);
    if (refusal) throw new DrsError(403, 'AccessDeniedException', refusal);
    const { status, body } = control(simulation, request);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  } catch (error) {
    const known =
      error instanceof DrsError ? error : new DrsError(500, 'InternalFailure', 'Internal failure');
    response
      .writeHead(known.status, {
        'Content-Type': 'application/json',
        'X-Amzn-ErrorType': known.type,
      })
      .end(JSON.stringify({ message: known.message }));
  }
}
