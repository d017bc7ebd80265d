import { Panel } from '@/components/ui/Panel';

/** The tags of the recovery instance, whole: whatever is written in them is text. */
export function Tags({ tags }: { tags: Record<string, string> | undefined }) {
  const entries = Object.entries(tags ?? {}).toSorted(([one], [other]) =>
    one.localeCompare(other, 'en'),
  );
  return (
    <Panel title="Tags">
      {entries.length === 0 ? (
        <p className="p-4 text-muted">This recovery instance has no tags.</p>
      ) : (
        <dl className="divide-y divide-line">
          {entries.map(([key, value]) => (
            <div
              key={key}
              className="grid gap-x-4 px-4 py-1.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
            >
              <dt className="wrap-anywhere text-muted">
                <bdi>{key}</bdi>
              </dt>
              <dd className="wrap-anywhere">
                <bdi>{value || '(empty)'}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
