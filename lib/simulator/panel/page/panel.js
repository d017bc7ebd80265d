import { act, ask, say } from './api.js';
import { byID } from './dom.js';
import { showEvents } from './events.js';
import { setUpFaults, showFaults } from './faults.js';
import { showCalls, showLaunches } from './record.js';
import { setUpServers, showServers, showWorlds } from './servers.js';
import { setUpTime, showTime } from './time.js';

const INTERVAL = 1_000;
let isLost = false;

setUpTime();
setUpFaults();
setUpServers();
byID('reset').addEventListener('click', () => {
  if (confirm('Forget every job, call, effect and fault?')) {
    act('The rehearsal begins again.', 'reset', 'POST');
  }
});
document.addEventListener('changed', refresh);
await repeat();

async function repeat() {
  await refresh();
  setTimeout(repeat, INTERVAL);
}

async function refresh() {
  try {
    const [state, worlds, calls, effects] = await Promise.all([
      ask('state'),
      ask('worlds'),
      ask('calls?limit=50'),
      ask('effects?limit=0'),
    ]);
    showTime(state);
    showEvents(state);
    showFaults(state);
    showWorlds(worlds);
    showCalls(calls);
    showLaunches(effects);
    await showServers();
    if (isLost) say('The simulator answers again.', false);
    isLost = false;
  } catch {
    isLost = true;
    say('The simulator does not answer. What is shown is what it last said.', true);
  }
}
