import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { useClock } from '@/components/ui/now';
import { saveFile } from '@/components/ui/save-file';
import type { FleetRow } from '@/lib/contract/fleet';
import { formatCount } from '@/lib/format';
import type { WatchedTarget } from '../use-fleet';
import { formatLink } from '../view/address';
import type { FleetView } from '../view/fleet-view';
import { fleetAsCSV } from './csv';
import { type FleetExport, fileName, unreadTargets } from './fleet-export';
import { fleetAsJSON } from './json';

/** Saves the servers that match as a file, and copies a link to the view. */
export function ExportPanel({
  shown,
  view,
  targets,
}: {
  shown: readonly FleetRow[];
  view: FleetView;
  targets: readonly WatchedTarget[];
}) {
  const clock = useClock();
  const exported = targets.map(({ name, fleet, problem }) => ({
    name,
    asOf: fleet?.asOf ?? null,
    problem,
  }));
  const unread = unreadTargets({ targets: exported });
  const content = (): FleetExport => ({
    rows: shown,
    columns: view.columns,
    targets: exported,
    exportedAt: new Date(clock()),
  });
  return (
    <div className="flex flex-col items-stretch gap-1 p-1">
      <p className="px-1 text-xs text-muted">{formatCount(shown.length, 'server')}, as shown</p>
      {unread.length > 0 && (
        <p className="rounded-lg bg-caution-soft px-3 py-2 text-xs">
          Servers of <bdi>{unread.join(', ')}</bdi> are missing: not read yet.
        </p>
      )}
      <Button onClick={() => save(content(), 'csv')}>CSV</Button>
      <Button onClick={() => save(content(), 'json')}>JSON</Button>
      <p className="mt-2 flex items-center justify-between px-1 text-xs text-muted">
        Link to this view
        <CopyButton text={linkTo(view)} label="Copy the link to this view" showLabel />
      </p>
    </div>
  );
}

function save(content: FleetExport, extension: 'csv' | 'json') {
  const name = fileName(content, extension);
  if (extension === 'csv') saveFile(name, 'text/csv;charset=utf-8', fleetAsCSV(content));
  else saveFile(name, 'application/json', fleetAsJSON(content));
}

function linkTo(view: FleetView): string {
  return `${window.location.origin}${window.location.pathname}?${formatLink(view)}`;
}
