import { parseArgs } from 'node:util';
import { startSimulator } from './server';

const USAGE = `Usage: npm run simulator -- [--port 4570] [--servers 60] [--seed 1] [--speed 1]

  --port     where it listens on 127.0.0.1; 0 takes any free port
  --servers  recovery instances in each account and Region
  --seed     another seed makes another fleet
  --speed    how many times as fast as in reality jobs go; 0 stops the clock
`;

const NUMBERS = { port: [0, 65_535], servers: [0, 100_000], seed: [0, 1e9], speed: [0, 100_000] };
const DEFAULTS = { port: '4570', servers: '60', seed: '1', speed: '1' };

try {
  const settings = readSettings();
  const simulator = await startSimulator(settings);
  process.stdout.write(`Simulator listening on ${simulator.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void simulator.close().then(() => process.exit(0)));
  }
} catch (error) {
  process.stderr.write(
    `simulator: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`,
  );
  process.exit(2);
}

function readSettings() {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { port: text, servers: text, seed: text, speed: text, help: { type: 'boolean' } },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    process.exit(0);
  }
  const number = (name: keyof typeof NUMBERS) => {
    const [from = 0, to = 0] = NUMBERS[name];
    const given = values[name] ?? DEFAULTS[name];
    const value = Number(given);
    const isWhole = name === 'speed' || Number.isInteger(value);
    if (given.trim() === '' || !isWhole || !(value >= from && value <= to)) {
      throw new Error(`--${name} is "${given}"; give a number from ${from} to ${to}.`);
    }
    return value;
  };
  return {
    port: number('port'),
    servers: number('servers'),
    seed: number('seed'),
    speed: number('speed'),
  };
}
