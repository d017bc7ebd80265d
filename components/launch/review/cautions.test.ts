import { expect, it } from 'vitest';
import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import { areAccepted, cautionsOf, sharedReasons } from './cautions';

const behind = (sentence: string) => ({
  rule: 'lag',
  verdict: 'caution' as const,
  sentence,
  remedy: 'Wait.',
});
const drill = {
  rule: 'drill',
  verdict: 'caution' as const,
  sentence: 'Launched for a drill.',
  remedy: 'Fail it back only when that is what you want.',
};
const server = (name: string, ...reasons: (typeof drill)[]): PreviewedServer => ({
  recoveryInstanceID: `i-${name}`,
  name,
  readiness: { verdict: 'caution', reasons },
});

const names = ({ servers }: { servers: { name: string }[] }) => servers.map(({ name }) => name);

it('gives every reason with its remedy, and a server under each of its reasons', () => {
  const shared = sharedReasons([
    server('a', behind('Behind by 2 min.'), drill),
    server('b', drill),
    server('c', behind('Behind by 9 min.')),
  ]);
  expect(shared).toMatchObject([
    { sentence: undefined, remedy: 'Wait.' },
    { sentence: drill.sentence, remedy: drill.remedy },
  ]);
  expect(shared.map(names)).toEqual([
    ['a', 'c'],
    ['a', 'b'],
  ]);
  expect(shared[0]?.servers.map(({ sentence }) => sentence)).toEqual([
    'Behind by 2 min.',
    'Behind by 9 min.',
  ]);
});

it('keeps apart what one rule advises differently', () => {
  const other = { ...drill, remedy: 'Ask first.' };
  expect(sharedReasons([server('a', drill), server('b', other)])).toHaveLength(2);
});

it('leaves out what did not decide the verdict', () => {
  const silent = { ...drill, rule: 'failback-client', verdict: 'blocked' as const };
  const blocked: PreviewedServer = {
    ...server('a'),
    readiness: { verdict: 'blocked', reasons: [silent, drill] },
  };
  expect(sharedReasons([blocked]).map(({ verdict }) => verdict)).toEqual(['blocked']);
});

it('counts a caution as accepted whatever figures its sentence gives, and no other', () => {
  const accepted = cautionsOf([server('a', behind('Behind by 2 min.')), server('b', drill)]);
  expect(areAccepted(accepted, [server('a', behind('Behind by 3 min.'))])).toBe(true);
  expect(areAccepted(accepted, [server('a', behind('Behind by 2 min.'), drill)])).toBe(false);
  expect(areAccepted(accepted, [server('c', drill)])).toBe(false);
  expect(areAccepted(accepted, [])).toBe(true);
});
