import type { WireRequest } from '../request';
import type { Simulation } from '../simulation';
import { COMMANDS } from './commands';
import { ControlError } from './control-error';

export const CONTROL_PREFIX = '/_simulator/';

interface ControlAnswer {
  status: number;
  body: unknown;
}

/** The way to steer a rehearsal and to ask what really happened. */
export function control(simulation: Simulation, request: WireRequest): ControlAnswer {
  const [name = '', id] = request.rawPath.slice(CONTROL_PREFIX.length).split('/');
  const query = new URLSearchParams(request.rawQuery);
  const command = COMMANDS[`${request.method} ${name}`];
  try {
    if (!command) throw new ControlError(404, `There is no control "${request.method} ${name}".`);
    return { status: 200, body: command({ simulation, request, query, id }) };
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    return { status: error.status, body: { message: error.message } };
  }
}
