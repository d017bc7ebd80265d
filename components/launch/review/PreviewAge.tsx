import { Age } from '@/components/ui/Age';
import { useNow } from '@/components/ui/now';
import { PREVIEW_INTERVAL } from '@/lib/queries/failback-launches';
import type { TargetReview } from './use-planned-launches';

/** Twice the interval of the query, because a preview of many servers takes a while. */
const INTERVAL_SECONDS = (2 * PREVIEW_INTERVAL) / 1000;

/** How old the oldest preview of the review is. */
export function PreviewAge({ reviews }: { reviews: readonly TargetReview[] }) {
  const now = useNow();
  const [oldest] = reviews.flatMap(({ plan }) => plan?.preview.asOf ?? []).toSorted();
  const problem = reviews.find((review) => review.problem)?.problem ?? null;
  if (!oldest) return null;
  return <Age asOf={oldest} problem={problem} intervalSeconds={INTERVAL_SECONDS} now={now} />;
}
