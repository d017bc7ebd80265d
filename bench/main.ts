import { setUp } from '../scripts/setup/index.mjs';
import { benchFirstView } from './first-view';
import { benchIdleServer } from './idle-server';
import { benchLaunchLatency } from './launch-latency';
import { benchListInstances } from './list-instances';
import { benchMakespan } from './makespan';
import { benchSimulator, benchSimulatorStart } from './simulator';

await setUp();
await benchIdleServer();
await benchFirstView();
await benchListInstances(60);
await benchListInstances(5000);
await benchLaunchLatency();
benchMakespan();
await benchSimulatorStart();
await benchSimulator();
