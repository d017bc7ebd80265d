import { expect, it } from 'vitest';
import { RULE_LABELS } from './labels';
import { RULES } from './rules';

it('has two or three words for each rule of the table', () => {
  expect(Object.keys(RULE_LABELS).toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
});
