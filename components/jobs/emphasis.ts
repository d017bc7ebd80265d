/** What did not go well, with its number, as verdict sentences word it. */
const LOSS =
  /\d[\d,]* (?:networks? )?(?:failed(?: (?:in|at)[\w\s-]*)?|refused|skipped or cancelled|skipped|cancelled(?! or marked)|with an unknown outcome|not in the job)|log also reports \w+/g;

/** A verdict sentence cut into what went well and what did not, in order. */
export function emphasise(sentence: string): { text: string; isLoss: boolean }[] {
  const parts: { text: string; isLoss: boolean }[] = [];
  let end = 0;
  for (const { 0: text, index } of sentence.matchAll(LOSS)) {
    parts.push({ text: sentence.slice(end, index), isLoss: false }, { text, isLoss: true });
    end = index + text.length;
  }
  parts.push({ text: sentence.slice(end), isLoss: false });
  return parts.filter(({ text }) => text !== '');
}
