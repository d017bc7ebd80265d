interface Endings {
  shared: number[];
  rest: string[];
}

/** How many characters each text shares with the start of the one before it, and what follows them. */
export function toEndings(texts: readonly string[]): Endings {
  const shared = texts.map((text, index) => sharedStart(text, texts[index - 1] ?? ''));
  return { shared, rest: texts.map((text, index) => text.slice(shared[index])) };
}

/** The texts of `toEndings` again. */
export function fromEndings({ shared, rest }: Endings): string[] {
  let before = '';
  return rest.map((ending, index) => {
    before = before.slice(0, shared[index]) + ending;
    return before;
  });
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
