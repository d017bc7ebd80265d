import { CardRow, CardTable, Cell, NameCell } from '@/components/ui/CardTable';
import { formatBytes } from '@/lib/format';
import type { ReplicatedDisk } from '@/lib/readiness/disks';
import { progressOf } from './disk-progress';

const COLUMNS = ['Disk', 'Replicated', 'Rescanned', 'Backlog'];

/** How far each disk is. */
export function DiskProgress({ disks }: { disks: readonly ReplicatedDisk[] }) {
  return (
    <div className="border-t border-line">
      <CardTable caption="Replication of each disk" columns={COLUMNS}>
        {disks.map((disk, index) => (
          <CardRow key={`${index} ${disk.deviceName}`}>
            <NameCell>
              <bdi className="font-mono text-xs font-normal wrap-anywhere">
                {disk.deviceName ?? `Disk ${index + 1}`}
              </bdi>
            </NameCell>
            <Cell name="Replicated">
              <Progress disk={disk} what={disk.deviceName ?? `disk ${index + 1}`} />
            </Cell>
            <Cell name="Rescanned">{amount(disk.rescannedStorageBytes)}</Cell>
            <Cell name="Backlog">{amount(disk.backloggedStorageBytes)}</Cell>
          </CardRow>
        ))}
      </CardTable>
    </div>
  );
}

function Progress({ disk, what }: { disk: ReplicatedDisk; what: string }) {
  const progress = progressOf(disk);
  if (!progress) return '–';
  const { done, total, percent } = progress;
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <progress
        aria-label={`Replicated of ${what}`}
        value={Math.min(done, total)}
        max={total}
        className="h-2 w-40 appearance-none overflow-hidden rounded-full bg-done-soft [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-done-soft [&::-webkit-progress-value]:bg-accent"
      />
      <span>
        {percent} %
        <span className="text-muted">
          , {formatBytes(done)} of {formatBytes(total)}
        </span>
      </span>
    </span>
  );
}

const amount = (bytes: number | undefined) => (bytes === undefined ? '–' : formatBytes(bytes));
