import { describe, expect, it } from 'vitest';
import { parseFlags } from './flags';

describe('the flags', () => {
  it('are read', () => {
    const line =
      '--servers 300 --seed 7 --speed 0.5 --scenario bad-night --state night.json --no-verify --port 0';
    expect(parseFlags(line.split(' '))).toMatchObject({
      servers: 300,
      seed: 7,
      speed: 0.5,
      scenario: 'bad-night',
      state: 'night.json',
      verify: false,
      port: 0,
    });
  });

  it.each([
    ['--servers many', '--servers is "many"; give a number from 0 to 100000.'],
    ['--seed 1.5', '--seed'],
    ['--port 70000', '--port'],
    ['--speed -1', '--speed'],
    ['--timestamps iso', '--timestamps'],
    ['--sevrers 3', '--sevrers'],
    ['300', '300'],
  ])('%s is refused with its name', (line, words) => {
    expect(() => parseFlags(line.split(' '))).toThrow(words);
  });
});
