import { useMemo } from 'react';
import { CloseButton } from '@/components/ui/CloseButton';
import { ErrorState } from '@/components/ui/ErrorState';
import { Icon } from '@/components/ui/icons';
import type { FleetRow } from '@/lib/contract/fleet';
import type { WatchedTarget } from './use-fleet';
import { absentValues } from './view/filter-rows';
import type { FleetView } from './view/fleet-view';

/** Warns when the page does not show what the operator expects: a target was never read, or a link is not understood. */
export function Notices({
  targets,
  complaints,
  onDismiss,
  rows,
  view,
  isComplete,
}: {
  targets: readonly WatchedTarget[];
  complaints: readonly string[];
  onDismiss: () => void;
  rows: readonly FleetRow[];
  view: FleetView;
  /** Whether every target was read. Otherwise no value can be called absent. */
  isComplete: boolean;
}) {
  const absent = useMemo(
    () => (isComplete ? absentValues(rows, view) : []),
    [isComplete, rows, view],
  );
  const sentences = [
    ...complaints,
    ...absent.map(
      ({ facet, value }) => `No server has the ${facet.label.toLowerCase()} “${value}”.`,
    ),
  ];
  return (
    <>
      {targets.map(
        ({ name, fleet, problem, retry }) =>
          !fleet &&
          problem && (
            <ErrorState
              key={name}
              problem={
                targets.length > 1 ? { ...problem, title: `${name}: ${problem.title}` } : problem
              }
              onRetry={retry}
            />
          ),
      )}
      {sentences.length > 0 && (
        <div
          role="status"
          className="mb-3 flex items-start gap-2 rounded-lg bg-caution-soft px-3 py-2"
        >
          <Icon name="caution" className="mt-0.5 shrink-0 text-caution" />
          <ul className="min-w-0 flex-1 break-words">
            {sentences.map((sentence) => (
              <li key={sentence}>
                <bdi>{sentence}</bdi>
              </li>
            ))}
          </ul>
          {complaints.length > 0 && <CloseButton label="Dismiss" onClick={onDismiss} />}
        </div>
      )}
    </>
  );
}
