import { setTimeout as wait } from 'node:timers/promises';
import { LIMITS } from './limits';
import { median, report, timesOf } from './measure';
import { readRaw } from './raw-reader';
import { readAsJSON } from './read-json';
import { startConsoleProcess, startSimulatorProcess } from './servers';

/** As many as the console asks for in a page. */
const PAGE_SIZE = 1_000;

/** After its first answer a new process goes on loading its pages for a while, in milliseconds. */
const SETTLING = 2_000;

/**
 * The time from asking a process that is up and has read nothing yet until it has the whole fleet, which shows when it
 * answers about the last of its servers; and until whoever asked has all of it as well, judged: as the rows of the fleet
 * page, and as the list of the API with every member that DRS gives. The floor is the time in which a raw HTTP reader has
 * all pages of the same fleet.
 */
export async function benchColdSync(servers: number) {
  const simulator = await startSimulatorProcess(servers);
  try {
    const ids = await readRaw(simulator.url, PAGE_SIZE);
    const asked = [
      {
        what: 'to one of them',
        path: `/api/recovery-instances/${ids.at(-1)}`,
        limit: LIMITS.coldSync,
      },
      { what: 'to the rows of the page', path: '/api/fleet' },
      { what: 'to the list of the API', path: '/api/recovery-instances' },
    ];
    for (const { what, path, ...limit } of asked) {
      const floors: number[] = [];
      const figures: number[] = [];
      // The two take turns, so that both meet the same load of the machine.
      for (let round = 0; round < 5; round += 1) {
        floors.push(...(await timesOf(3, () => readRaw(simulator.url, PAGE_SIZE))));
        figures.push(await coldSync(simulator.url, path));
      }
      report(`cold sync of ${servers}, ${what}`, median(figures), median(floors), 'ms', limit);
    }
  } finally {
    await simulator.stop();
  }
}

async function coldSync(simulatorURL: string, path: string): Promise<number> {
  const console = await startConsoleProcess(simulatorURL);
  try {
    await wait(SETTLING);
    const [time = NaN] = await timesOf(1, () => readAsJSON(console.url + path));
    return time;
  } finally {
    await console.stop();
  }
}
