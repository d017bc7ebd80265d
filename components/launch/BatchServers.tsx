import Link from 'next/link';
import { paths } from '@/lib/paths';

/** The servers of a batch that has no job to show them by. */
export function BatchServers({
  target,
  recoveryInstanceIDs,
}: {
  target: string;
  recoveryInstanceIDs: string[];
}) {
  return (
    <ul
      aria-label="Servers of the batch"
      className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-3 font-mono text-xs"
    >
      {recoveryInstanceIDs.map((id) => (
        <li key={id}>
          <Link href={paths.recoveryInstance(target, id)} className="text-accent underline">
            {id}
          </Link>
        </li>
      ))}
    </ul>
  );
}
