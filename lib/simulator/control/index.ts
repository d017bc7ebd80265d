import { type Answer, jsonAnswer } from '../answer';
import type { WireRequest } from '../request';
import type { Simulation } from '../simulation';
import { COMMANDS } from './commands';
import { ControlError } from './control-error';

export const CONTROL_PREFIX = '/_simulator/';

/** The way to steer a rehearsal and to ask what really happened. */
export function control(simulation: Simulation, request: WireRequest): Answer {
  const [name = '', id] = request.rawPath.slice(CONTROL_PREFIX.length).split('/');
  const query = new URLSearchParams(request.rawQuery);
  const command = COMMANDS[`${request.method} ${name}`];
  simulation.catchUp();
  try {
    if (!command) throw new ControlError(404, `There is no control "${request.method} ${name}".`);
    return jsonAnswer(command({ simulation, request, query, id }));
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    return { ...jsonAnswer({ message: error.message }), status: error.status };
  }
}
