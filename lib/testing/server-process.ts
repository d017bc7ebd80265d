// One server process without its pages: sends and looks after what is in the store that its environment names.
import { start } from '../services';

start();
// Everything else that runs in it lets the process end.
setInterval(() => undefined, 60_000);
