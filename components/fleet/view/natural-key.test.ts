import { describe, expect, it } from 'vitest';
import { naturalKey } from './natural-key';

const sorted = (texts: string[]) =>
  texts.toSorted((one, other) => (naturalKey(one) < naturalKey(other) ? -1 : 1));

describe('the natural order', () => {
  it('puts numbers by their size, wherever they stand', () => {
    expect(sorted(['web-10', 'web-2', 'web-2b', 'web', '10.0.0.9', '9.1.1.1'])).toEqual([
      '9.1.1.1',
      '10.0.0.9',
      'web',
      'web-2',
      'web-2b',
      'web-10',
    ]);
  });

  it('puts a letter with an accent or in another case beside the plain one', () => {
    expect(sorted(['zeta', 'Émile', 'emil', 'Früh', 'frost'])).toEqual([
      'emil',
      'Émile',
      'frost',
      'Früh',
      'zeta',
    ]);
  });
});
