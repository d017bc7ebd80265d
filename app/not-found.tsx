import { EmptyState } from '@/components/ui/EmptyState';
import { paths } from '@/lib/paths';

/** Every page brings this one along, so it does without the router's link. */
export default function NotFound() {
  return (
    <main>
      <h1 className="sr-only">Nothing at this address</h1>
      <EmptyState
        title="There is nothing at this address"
        action={
          <a href={paths.fleet} className="text-accent underline">
            Go to the fleet
          </a>
        }
      >
        The link may be old, or a letter of it missing.
      </EmptyState>
    </main>
  );
}
