/** Sentences as one: "Replication has stalled; check the network." Those that are absent are left out. */
export function inOneSentence(...sentences: (string | undefined)[]): string {
  const [first, ...others] = sentences.filter((sentence) => sentence !== undefined);
  return `${[first?.replace(/\.$/, ''), ...others.map(asClause)].join('; ')}.`;
}

/** A sentence made part of another: without its full stop, and small unless it begins with a name like DRS. */
export function asClause(sentence: string): string {
  const clause = sentence.replace(/\.$/, '');
  return /^[A-Z]([a-z' ])/.test(clause) ? clause.charAt(0).toLowerCase() + clause.slice(1) : clause;
}
