import Link from 'next/link';
import { EmptyState } from '@/components/ui/EmptyState';
import { paths } from '@/lib/paths';

export default function NotFound() {
  return (
    <main>
      <h1 className="sr-only">Nothing at this address</h1>
      <EmptyState
        title="There is nothing at this address"
        action={
          <Link href={paths.fleet} className="text-accent underline">
            Go to the fleet
          </Link>
        }
      >
        The link may be old, or a letter of it missing.
      </EmptyState>
    </main>
  );
}
