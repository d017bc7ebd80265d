/** Longer numbers than this are compared like words. */
const DIGITS = 16;

/**
 * A text to compare in place of this one, character by character: case and accents do not count, and numbers go by
 * their size ("web-2" before "web-10"). A collator says the same, but takes a tenth of a second for ten thousand.
 */
export function naturalKey(text: string): string {
  const plain = /^[\u0020-\u007E]*$/.test(text)
    ? text
    : text.normalize('NFD').replaceAll(/\p{Mark}/gu, '');
  return plain.toLowerCase().replaceAll(/\d+/g, (number) => number.padStart(DIGITS, '0'));
}
