import { setClock } from './clock';
import type { Command } from './command';
import { listCalls, listEffects } from './record';
import { addFault, clearFaults, listFaults } from './faults';
import { letHappen } from './events';
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
  'POST events': letHappen,
  'GET faults': listFaults,
  'POST faults': addFault,
  'DELETE faults': clearFaults,
};
