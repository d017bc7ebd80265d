/** The value of the tag by which a job is recognised as that of a batch. */
export function correlation({ launchID }: { launchID: string }, number: number): string {
  return `${launchID}/${number}`;
}
