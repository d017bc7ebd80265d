import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SavedSimulationState } from '../simulation-state';
import type { SimulationSettings } from '../settings';
import { FORMAT, VERSION } from './format';

const header = z.object({ format: z.literal(FORMAT), version: z.number() });

const file = z.object({
  seed: z.number(),
  scenario: z.string().nullable(),
  state: z.object({
    clock: z.object({ offset: z.number(), speedHistory: z.array(z.unknown()) }),
    faults: z.object({ waiting: z.array(z.unknown()), added: z.number() }),
    calls: z.object({ items: z.array(z.unknown()) }),
    effects: z.object({ items: z.array(z.unknown()) }),
    sessions: z.array(z.unknown()),
    worlds: z.record(z.string(), z.object({ recoveryInstances: z.object() })),
    hiddenUntil: z.record(z.string(), z.number()),
    progress: z.object({ began: z.number(), atLarge: z.number() }),
  }),
});

/**
 * Reads what an earlier run kept; undefined when there is no such file yet. Throws an error that says why the file
 * cannot be used: a state that does not fit is never thrown away silently.
 */
export async function readState(
  path: string,
  settings: SimulationSettings,
): Promise<SavedSimulationState | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Error(`The state file ${path} cannot be read (${error.code}).`);
  });
  if (text === undefined) return undefined;
  const unusable = (reason: string) =>
    new Error(
      `The state file ${path} ${reason}. Give another file, or take it away to begin anew.`,
    );
  const parsed = parse(text);
  if (parsed === undefined) throw unusable('is not JSON');
  const isOurs = header.safeParse(parsed);
  if (!isOurs.success) throw unusable('was not written by this simulator, or is damaged');
  const { version } = isOurs.data;
  if (version !== VERSION) throw unusable(`has version ${version}; this simulator has ${VERSION}`);
  const result = file.safeParse(parsed);
  if (!result.success) throw unusable('was not written by this simulator, or is damaged');
  const { seed, scenario } = result.data;
  if (seed !== settings.seed) throw unusable(`was kept with seed ${seed}, not ${settings.seed}`);
  const name = settings.scenario?.name ?? null;
  if (scenario !== name) {
    throw unusable(`was kept in ${nameOf(scenario)}, not in ${nameOf(name)}`);
  }
  return (parsed as { state: SavedSimulationState }).state;
}

const nameOf = (scenario: string | null) =>
  scenario === null ? 'no scenario' : `the scenario "${scenario}"`;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
