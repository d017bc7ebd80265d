import { FAULT_KINDS, type Fault } from './faults';
import type { WireRequest } from './request';
import type { Simulation } from './simulation';

export const CONTROL_PREFIX = '/_simulator/';

interface ControlAnswer {
  status: number;
  body: unknown;
}

/** The way to steer a rehearsal and to ask what really happened; see docs/simulator.md. */
export function control(simulation: Simulation, request: WireRequest): ControlAnswer {
  const command = `${request.method} ${request.rawPath.slice(CONTROL_PREFIX.length)}`;
  const query = new URLSearchParams(request.rawQuery);
  switch (command) {
    case 'GET state':
      return ok({
        ...simulation.settings,
        pace: simulation.clock.pace,
        now: simulation.clock.now().toISOString(),
        faults: simulation.faults.list(),
      });
    case 'GET worlds':
      return ok({
        worlds: simulation.worlds().map(({ accessKeyID, region, accountID, servers, jobs }) => ({
          accessKeyID,
          region,
          accountID,
          servers: servers.size,
          jobs: jobs.size,
        })),
      });
    case 'GET calls': {
      const operation = query.get('operation');
      return ok({
        calls: simulation.calls.filter((call) => !operation || call.operation === operation),
      });
    }
    case 'GET effects':
      return ok({ launches: countLaunches(simulation) });
    case 'POST reset':
      simulation.reset();
      return ok({});
    case 'POST clock':
      return setClock(simulation, parse(request));
    case 'POST faults':
      return addFault(simulation, parse(request));
    case 'DELETE faults':
      simulation.faults.clear();
      return ok({});
    default:
      return refused(404, `There is no control "${command}"; docs/simulator.md lists them.`);
  }
}

/** How often a failback was launched for each recovery instance, over all worlds. */
function countLaunches(simulation: Simulation): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const world of simulation.worlds()) {
    for (const job of world.jobs.values()) {
      if (job.initiatedBy !== 'FAILBACK' || job.created < world.created) continue;
      for (const { recoveryInstanceID } of job.servers) {
        counts[recoveryInstanceID] = (counts[recoveryInstanceID] ?? 0) + 1;
      }
    }
  }
  return counts;
}

function setClock(
  { clock }: Simulation,
  { speed, stepSeconds }: Record<string, unknown>,
): ControlAnswer {
  if (typeof speed === 'number' && speed >= 0) clock.setSpeed(speed);
  else if (typeof stepSeconds === 'number' && stepSeconds >= 0) clock.step(stepSeconds * 1_000);
  else return refused(400, 'Send {"speed": 60} or {"stepSeconds": 90}, neither below 0.');
  return ok({ now: clock.now().toISOString(), pace: clock.pace });
}

function addFault({ faults }: Simulation, input: Record<string, unknown>): ControlAnswer {
  const kinds: readonly unknown[] = FAULT_KINDS;
  if (typeof input.operation !== 'string' || !kinds.includes(input.kind)) {
    return refused(400, `Send an operation, or "*", and a kind: ${FAULT_KINDS.join(', ')}.`);
  }
  faults.add(input as unknown as Fault);
  return ok({});
}

function parse({ body }: WireRequest): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const ok = (body: unknown): ControlAnswer => ({ status: 200, body });
const refused = (status: number, message: string): ControlAnswer => ({ status, body: { message } });
