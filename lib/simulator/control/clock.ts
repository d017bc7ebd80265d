import { z } from 'zod';
import type { Command } from './command';
import { inputOf } from './input';

const change = z.union(
  [
    z.strictObject({ speed: z.number().min(0).max(100_000) }),
    z.strictObject({ stepSeconds: z.number().min(0).max(31_536_000) }),
  ],
  'Send {"speed": 60} or {"stepSeconds": 90}, neither below 0.',
);

export function setClock({ simulation, request }: Command) {
  const { clock } = simulation.state;
  const input = inputOf(request, change);
  if ('speed' in input) clock.setSpeed(input.speed);
  else clock.step(input.stepSeconds * 1_000);
  simulation.catchUp();
  return { now: clock.now().toISOString(), speed: clock.speed };
}
