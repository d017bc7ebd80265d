import { setClock } from './clock';
import type { Command } from './command';
import { listCalls, listEffects } from './record';
import { addFault, clearFaults, listFaults } from './faults';
import { triggerEvent } from './events';
import { describeProcess } from './process';
import { listServers } from './servers';
import { describeState, describeWorlds, listSessions } from './state';

/** Every command of the control path; docs/simulator.md describes them. */
export const COMMANDS: Record<string, (command: Command) => unknown> = {
  'GET state': describeState,
  'GET worlds': describeWorlds,
  'GET sessions': listSessions,
  'GET servers': listServers,
  'GET calls': listCalls,
  'GET effects': listEffects,
  'GET process': describeProcess,
  'POST reset': ({ simulation }) => {
    simulation.reset();
    return {};
  },
  'POST clock': setClock,
  'POST events': triggerEvent,
  'GET faults': listFaults,
  'POST faults': addFault,
  'DELETE faults': clearFaults,
};
