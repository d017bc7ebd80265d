import type { Remedy } from '@/lib/contract/job';

/** What DRS documents to do about a failure, with the page that says so. */
export function RemedyNote({ remedy: { sentence, source } }: { remedy: Remedy }) {
  return (
    <p>
      {sentence}{' '}
      <a href={source} target="_blank" rel="noreferrer" className="text-accent underline">
        AWS documentation
      </a>
    </p>
  );
}
