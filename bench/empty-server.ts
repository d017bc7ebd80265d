// The floor under the start of the simulator: a process of the same kind that only listens.
import { createServer } from 'node:http';

createServer((_, response) => response.end()).listen(Number(process.argv[2]), '127.0.0.1');
