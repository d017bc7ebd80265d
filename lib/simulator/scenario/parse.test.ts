import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario } from './parse';
import { readScenario } from './read';

/** What is wrong with a scenario, one complaint a line. */
function complaints(text: string) {
  try {
    parseScenario(text, 'night.yaml');
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

describe('a scenario', () => {
  it('is read from YAML or JSON', () => {
    const wanted = { name: 'Night', events: [{ at: 185, bootClients: { count: 2 } }] };
    expect(parseScenario('name: Night\nevents:\n  - { at: 3m 5s, bootClients: 2 }', '')).toEqual(
      wanted,
    );
    expect(parseScenario('{"name":"Night","events":[{"at":185,"bootClients":2}]}', '')).toEqual(
      wanted,
    );
  });

  it('takes the disks and the system of servers that it knows', () => {
    const { fleet } = parseScenario('name: x\nfleet: [{ count: 2, hostname: files-win }]', '');
    expect(fleet?.[0]?.role).toMatchObject({ os: 'windows', diskGiB: [100, 2_000] });
  });

  it.each([
    ['is empty', '', 1, 'expected object'],
    ['is not YAML', 'name: x\nservers: [\n', 3, ''],
    ['has a word for a number', 'name: x\nservers: many', 2, 'servers: '],
    ['has a key that means nothing', 'name: x\n\nserver: 4', 3, 'server'],
    [
      'has a time that is none',
      'name: x\nevents:\n  - at: later\n    resume: 1',
      3,
      '"later" is not a duration',
    ],
    [
      'has an event in which nothing happens',
      'name: x\nevents:\n  - at: 3m',
      3,
      'says nothing that happens',
    ],
    [
      'has an event that does two things',
      'name: x\nevents:\n  - at: 3m\n    resume: 1\n    launch: 1',
      3,
      'does more than one thing (resume, launch)',
    ],
    [
      'has a fault that does not exist',
      'name: x\nevents:\n  - at: 3m\n    fault:\n      kind: flood\n      operation: "*"',
      5,
      'kind',
    ],
    [
      'misspells inside of a selection',
      'name: x\nevents:\n  - at: 3m\n    launch:\n      tag: { wave: 1 }',
      5,
      'tag',
    ],
    [
      'has a selection that is none',
      'name: x\nevents:\n  - at: 3m\n    launch: all',
      4,
      'neither a number of servers nor',
    ],
    [
      'has a condition that does not exist',
      'name: x\nfleet:\n  - count: 3\n    condition: fine',
      4,
      'condition',
    ],
    [
      'has an account id without quotes',
      'name: x\naccounts:\n  - accountID: 111122223333',
      3,
      'must be written in quotes',
    ],
    [
      'has an account twice',
      "name: x\naccounts:\n  - accountID: '111122223333'\n  - accountID: '111122223333'",
      4,
      'is there twice',
    ],
    [
      'counts its servers twice',
      'name: x\nservers: 4\nfleet: [{ count: 3 }]',
      2,
      'stands beside a fleet',
    ],
  ])('that %s is refused with the line and the reason', (_, text, line, reason) => {
    const [first = ''] = complaints(text);
    expect(first).toMatch(new RegExp(`^night\\.yaml, line ${line}: `));
    expect(first).toContain(reason);
  });

  it('is refused with everything that is wrong, in the order of its lines', () => {
    const found = complaints('name: x\nservers: many\nspeed: fast\nseed: 1.5');
    expect(found.map((line) => line.split(':')[0])).toEqual(
      [2, 3, 4].map((line) => `night.yaml, line ${line}`),
    );
  });

  it.each(readdirSync(new URL('./examples', import.meta.url)))(
    'that ships is sound: %s',
    async (file) => {
      await expect(readScenario(file.replace('.yaml', ''))).resolves.toMatchObject({
        about: expect.any(String),
      });
    },
  );

  it('that cannot be found is refused with the ones there are', async () => {
    await expect(readScenario('good-night')).rejects.toThrow(/bad-night/);
  });
});
