import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { TextField } from '@/components/ui/TextField';
import { type TagRow, tagError } from './tag-rules';

/** Tags for the DRS job, such as a change number. */
export function TagEditor({
  rows,
  onChange,
}: {
  rows: TagRow[];
  onChange: (rows: TagRow[]) => void;
}) {
  const replace = (row: TagRow) =>
    onChange(rows.map((other) => (other.row === row.row ? row : other)));
  const next = 1 + Math.max(-1, ...rows.map(({ row }) => row));
  return (
    <Panel
      title="Tags on the job"
      aside={<span className="text-xs text-muted">optional, up to 256 characters each</span>}
    >
      <div className="space-y-2 p-4">
        {rows.map((row, index) => (
          <div key={row.row} className="flex flex-wrap items-start gap-2 sm:flex-nowrap">
            <TextField
              label={`Tag ${index + 1} key`}
              hideLabel
              placeholder="Key"
              className="min-w-0 flex-1 basis-32"
              value={row.key}
              error={tagError(row, rows)}
              onChange={(event) => replace({ ...row, key: event.target.value })}
            />
            <TextField
              label={`Tag ${index + 1} value`}
              hideLabel
              placeholder="Value"
              className="min-w-0 flex-1 basis-32"
              value={row.value}
              onChange={(event) => replace({ ...row, value: event.target.value })}
            />
            <Button
              variant="quiet"
              aria-label={`Remove tag ${index + 1}`}
              onClick={() => onChange(rows.filter((other) => other.row !== row.row))}
            >
              Remove
            </Button>
          </div>
        ))}
        <Button onClick={() => onChange([...rows, { row: next, key: '', value: '' }])}>
          Add tag
        </Button>
      </div>
    </Panel>
  );
}
