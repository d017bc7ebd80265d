import { setUp } from '../scripts/setup/index.mjs';
import { benchFirstView } from './first-view';
import { benchListInstances } from './list-instances';

await setUp();
await benchFirstView();
await benchListInstances(60);
await benchListInstances(5000);
