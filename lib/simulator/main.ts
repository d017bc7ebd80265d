import { USAGE, parseFlags } from './flags';
import { startSimulator } from './server';

try {
  const { help, scenario, port, ...options } = parseFlags(process.argv.slice(2));
  if (help) {
    process.stdout.write(USAGE);
    process.exit(0);
  }
  const simulator = await startSimulator({
    port,
    ...options,
    scenario: scenario === undefined ? undefined : await read(scenario),
  });
  process.stdout.write(`Simulator listening on ${simulator.url}\n`);
  process.stdout.write(`Steer it at ${simulator.url}/_simulator/\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void simulator.close().then(() => process.exit(0)));
  }
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`simulator: ${reason}\nRun it with --help to see every flag.\n`);
  process.exit(2);
}

/** Loads the reader of scenarios only when there is one: most starts need no YAML. */
async function read(scenario: string) {
  const { readScenario } = await import('./scenario/read');
  return readScenario(scenario);
}
