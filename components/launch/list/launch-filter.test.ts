import { expect, it } from 'vitest';
import { ALL_LAUNCHES, isNarrowed, parseFilter, toQuery } from './launch-filter';

const parse = (given: Partial<Parameters<typeof parseFilter>[0]>) =>
  parseFilter({ target: '', state: '', actor: '', from: '', to: '', ...given });

it('is read from the address, whole', () => {
  const filter = {
    target: 'production',
    state: 'parked',
    actor: 'Alice O’Neil',
    from: '2026-11-01',
    to: '2026-11-30',
  } as const;
  expect(parse(filter)).toEqual(filter);
  expect(isNarrowed(parse(filter))).toBe(true);
  expect(isNarrowed(ALL_LAUNCHES)).toBe(false);
});

it('leaves out what an address cannot mean', () => {
  expect(parse({ state: 'exploded', from: 'yesterday', to: '2026-13-41' })).toEqual(ALL_LAUNCHES);
});

it('asks the API for whole days of UTC', () => {
  expect(toQuery(parse({ from: '2026-11-30', to: '2026-11-30' }))).toEqual({
    from: '2026-11-30T00:00:00.000Z',
    to: '2026-12-01T00:00:00.000Z',
  });
  expect(toQuery({ ...ALL_LAUNCHES, actor: '  ' })).toEqual({});
});
