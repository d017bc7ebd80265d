import { setUp } from '../scripts/setup/index.mjs';
import { benchFirstView } from './first-view';
import { benchIdleServer } from './idle-server';
import { benchListInstances } from './list-instances';
import { benchSimulator, benchSimulatorStart } from './simulator';

await setUp();
await benchIdleServer();
await benchFirstView();
await benchListInstances(60);
await benchListInstances(5000);
await benchSimulatorStart();
await benchSimulator();
