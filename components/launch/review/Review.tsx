'use client';

import Link from 'next/link';
import { useState } from 'react';
import { changeSelection, useSelection, withoutTarget } from '@/components/fleet/selection';
import { StoreBanner } from '@/components/launch/StoreBanner';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorState } from '@/components/ui/ErrorState';
import { Skeleton } from '@/components/ui/Skeleton';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { Command } from './Command';
import { Confirmation } from './Confirmation';
import { PreviewAge } from './PreviewAge';
import { SentLaunches } from './SentLaunches';
import { TagEditor } from './TagEditor';
import { TargetSection } from './TargetSection';
import { areAccepted, cautionsOf } from './cautions';
import { keptTags } from './kept-tags';
import { type PlannedLaunch, type ReviewChoices, countChosen, launchesOf } from './planned-launch';
import { spreadSentence } from './spread-sentence';
import { type TagRow, tagError, toTags } from './tag-rows';
import { useLaunching } from './use-launching';
import { type TargetReview, usePlannedLaunches } from './use-planned-launches';

/** The last look before the machines reboot. What is sent is what is shown here, and nothing else. */
export function Review() {
  const selected = useSelection();
  const [tagRows, setTagRows] = useState<TagRow[]>(keptTags);
  const [withoutTags, setWithoutTags] = useState(false);
  const [cautionAccepted, setCautionAccepted] = useState<ReviewChoices['cautionAccepted']>(
    new Map(),
  );
  const hasTagErrors = tagRows.some((row) => tagError(row, tagRows) !== undefined);
  const launching = useLaunching();
  const choices = { tags: hasTagErrors ? {} : toTags(tagRows), withoutTags, cautionAccepted };
  const reviews = usePlannedLaunches(selected, choices, launching.isSending);
  const plans = reviews.flatMap(({ plan }) => plan ?? []);
  const accept = ({ target, preview }: PlannedLaunch, isAccepted: boolean) =>
    setCautionAccepted(
      withEntry(cautionAccepted, target, isAccepted ? cautionsOf(preview.caution) : undefined),
    );
  // A caution that appeared after the decision was not accepted.
  const outdated = plans.find(
    ({ target, preview, request }) =>
      request.acceptCaution && !areAccepted(cautionAccepted.get(target), preview.caution),
  );
  if (outdated) accept(outdated, false);

  const results = launching.sent.length > 0 && <SentLaunches launching={launching} plans={plans} />;
  if (selected.size === 0) {
    return (
      <div className="mx-auto max-w-3xl">
        <h1 className={results ? 'mb-3' : 'sr-only'}>Review failback</h1>
        {results || <NothingSelected />}
      </div>
    );
  }
  return (
    <div className="mx-auto max-w-3xl">
      <StoreBanner />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h1>
          {countChosen(plans) === 0
            ? 'Review failback'
            : `Fail back ${formatCount(countChosen(plans), 'server')}`}
        </h1>
        <PreviewAge reviews={reviews} />
      </div>
      {plans.length > 1 && plans.length === reviews.length && (
        <p className="mb-3 text-base">{spreadSentence(plans)}</p>
      )}
      {reviews.map((review) =>
        review.plan ? (
          <TargetSection
            key={review.target}
            plan={review.plan}
            isOnly={reviews.length === 1}
            onAcceptCaution={(isAccepted) => review.plan && accept(review.plan, isAccepted)}
          />
        ) : (
          <WithoutPlan key={review.target} review={review} isOnly={reviews.length === 1} />
        ),
      )}
      {plans.length > 0 && (
        <>
          <TagEditor
            rows={tagRows}
            onChange={setTagRows}
            withoutTags={withoutTags}
            onWithoutTags={setWithoutTags}
          />
          <Command commands={plans.flatMap(({ preview }) => preview.commands)} />
          {results}
          <Confirmation
            plans={plans}
            isSending={launching.isSending}
            refused={whyNot(reviews, hasTagErrors && !withoutTags)}
            onConfirm={() => launching.send(launchesOf(plans).map(({ request }) => request))}
          />
        </>
      )}
    </div>
  );
}

function whyNot(reviews: readonly TargetReview[], hasTagErrors: boolean): string | undefined {
  if (hasTagErrors) return 'Correct the tags first.';
  const missing = reviews.find(({ plan }) => !plan);
  return missing && `What would happen in ${missing.target} is not known yet.`;
}

function withEntry<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value | undefined,
): ReadonlyMap<string, Value> {
  const next = new Map(map);
  if (value === undefined) next.delete(key);
  else next.set(key, value);
  return next;
}

/** A target whose preview has not arrived, or cannot be had. */
function WithoutPlan({
  review: { target, problem, retry },
  isOnly,
}: {
  review: TargetReview;
  isOnly: boolean;
}) {
  return (
    <section aria-label={target} className="mb-3.5">
      {problem ? <ErrorState problem={problem} onRetry={retry} /> : <Skeleton className="h-64" />}
      {problem && (
        <button
          type="button"
          onClick={() => changeSelection((selected) => withoutTarget(selected, target))}
          className="ml-4 text-accent underline"
        >
          {isOnly ? 'Clear the selection' : `Leave ${target} out`}
        </button>
      )}
    </section>
  );
}

function NothingSelected() {
  return (
    <EmptyState
      title="No servers are selected"
      action={
        <Link href={paths.fleet} className="text-accent underline">
          Select them in the fleet
        </Link>
      }
    />
  );
}
