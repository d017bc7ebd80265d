/** The command of the AWS CLI that makes the call; a word is quoted where a shell would interpret it. */
export function startFailbackLaunchCommand(
  region: string,
  recoveryInstanceIDs: string[],
  tags: Record<string, string>,
): string {
  const words = ['aws', 'drs', 'start-failback-launch', '--region', quote(region)];
  const ids = ['--recovery-instance-ids', ...recoveryInstanceIDs.map(quote)];
  // JSON, because the shorthand syntax has no way to write every character that a tag may hold.
  const tagWords =
    Object.keys(tags).length > 0 ? [['--tags', quote(JSON.stringify(tags))].join(' ')] : [];
  return [words.join(' '), ids.join(' '), ...tagWords].join(' \\\n  ');
}

function quote(word: string): string {
  return /^[\w.:/@=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
