import { expect, it } from 'vitest';
import { targetKey } from './target-key';

const target = { name: 'home', region: 'eu-west-1', role: undefined, simulatorURL: undefined };
const role = { arn: 'arn:aws:iam::123456789012:role/Homeward', externalID: undefined };

it('tells targets apart that have the same name', () => {
  const targets = [
    target,
    { ...target, region: 'eu-west-2' },
    { ...target, role },
    { ...target, role: { ...role, arn: 'arn:aws:iam::210987654321:role/Homeward' } },
    { ...target, simulatorURL: 'http://127.0.0.1:4570' },
    { ...target, name: 'away' },
  ];
  expect(new Set(targets.map(targetKey)).size).toBe(targets.length);
});

it('is the same for the same target', () => {
  expect(targetKey({ ...target, role })).toBe(
    targetKey({ ...target, role: { ...role, externalID: 'x' } }),
  );
});
