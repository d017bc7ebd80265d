import Link from 'next/link';
import { paths } from '@/lib/paths';

/** A launch by its id, and the way to its page. */
export function LaunchLink({ launchID }: { launchID: string }) {
  return (
    <Link href={paths.launch(launchID)} className="font-mono text-accent underline">
      {launchID}
    </Link>
  );
}
