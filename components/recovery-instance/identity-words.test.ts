import { expect, it } from 'vitest';
import { cpuWords, launchedFor } from './identity-words';

it('counts the cores that DRS gives, and none where it gives none', () => {
  expect(
    cpuWords([
      { cores: 4, modelName: 'Xeon' },
      { cores: 4, modelName: 'Xeon' },
    ]),
  ).toBe('8 cores, Xeon');
  expect(cpuWords([{ cores: 1 }])).toBe('1 core');
  expect(cpuWords([{ modelName: 'Xeon' }])).toBe('Xeon');
  expect(cpuWords([{}])).toBeUndefined();
  expect(cpuWords([])).toBeUndefined();
  expect(cpuWords(undefined)).toBeUndefined();
});

it('does not say what a server was launched for where DRS does not', () => {
  expect([true, false, undefined].map(launchedFor)).toEqual(['A drill', 'A recovery', undefined]);
});
