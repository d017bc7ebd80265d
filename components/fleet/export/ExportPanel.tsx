import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import type { FleetRow } from '@/lib/contract/fleet';
import { formatCount } from '@/lib/format';
import type { FleetView } from '../view/fleet-view';
import { rowsAsCSV } from './csv';
import { saveFile } from '@/components/ui/save-file';

/** The view to take away: a link that opens it, and the servers that match as a file. */
export function ExportPanel({ shown, view }: { shown: readonly FleetRow[]; view: FleetView }) {
  return (
    <div className="flex flex-col items-stretch gap-1 p-1">
      <p className="px-1 text-xs text-muted">{formatCount(shown.length, 'server')}, as shown</p>
      <Button
        onClick={() => saveFile('homeward-fleet.csv', 'text/csv', rowsAsCSV(shown, view.columns))}
      >
        CSV
      </Button>
      <Button
        onClick={() =>
          saveFile(
            'homeward-fleet.json',
            'application/json',
            `${JSON.stringify({ recoveryInstances: shown }, null, 2)}\n`,
          )
        }
      >
        JSON
      </Button>
      <p className="mt-2 flex items-center justify-between px-1 text-xs text-muted">
        Link to this view
        <CopyButton text={window.location.href} label="Copy the link to this view" showLabel />
      </p>
    </div>
  );
}
