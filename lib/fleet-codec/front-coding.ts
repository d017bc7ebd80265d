interface FrontCoded {
  shared: number[];
  rest: string[];
}

/** Front coding: how many characters each text shares with the start of the one before it, and the rest of it. */
export function frontEncode(texts: readonly string[]): FrontCoded {
  const shared = texts.map((text, index) => sharedStart(text, texts[index - 1] ?? ''));
  return { shared, rest: texts.map((text, index) => text.slice(shared[index])) };
}

/** Reverses `frontEncode`. */
export function frontDecode({ shared, rest }: FrontCoded): string[] {
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
