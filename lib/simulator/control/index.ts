import { type Answer, jsonAnswer } from '../http/answer';
import { AwsError } from '../errors';
import { panelFile } from '../panel/serve';
import type { WireRequest } from '../http/request';
import type { Simulation } from '../simulation';
import { COMMANDS } from './commands';
import { ControlError } from './control-error';
import { refusalOf } from './guard';
import { CONTROL_PREFIX } from './prefix';

/**
 * Steers a rehearsal and tells what really happened, for this machine alone. It is loaded with its first request, because
 * its schemas take as long to load as everything else together.
 */
export async function control(
  simulation: Simulation,
  request: WireRequest,
  remoteAddress: string | undefined,
): Promise<Answer> {
  const refusal = refusalOf(request, remoteAddress);
  if (refusal) throw new AwsError(403, 'AccessDeniedException', refusal);
  const name = request.rawPath.slice(CONTROL_PREFIX.length);
  const page = request.method === 'GET' ? await panelFile(name) : undefined;
  return page ?? command(simulation, request);
}

function command(simulation: Simulation, request: WireRequest): Answer {
  const [name = '', id] = request.rawPath.slice(CONTROL_PREFIX.length).split('/');
  const query = new URLSearchParams(request.rawQuery);
  const work = COMMANDS[`${request.method} ${name}`];
  simulation.catchUp();
  try {
    if (!work) throw new ControlError(404, `There is no control "${request.method} ${name}".`);
    return jsonAnswer(work({ simulation, request, query, id }));
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    return { ...jsonAnswer({ message: error.message }), status: error.status };
  }
}
