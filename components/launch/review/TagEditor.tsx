import { useId } from 'react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { CloseButton } from '@/components/ui/CloseButton';
import { Panel } from '@/components/ui/Panel';
import { TextField } from '@/components/ui/TextField';
import { MAX_CALLER_TAGS, MAX_TAG_LENGTH, TOO_MANY_TAGS } from '@/lib/contract/tag-rules';
import { type TagRow, tagError } from './tag-rows';

/** Tags for the DRS job, such as a change number. */
export function TagEditor({
  rows,
  onChange,
  withoutTags,
  onWithoutTags,
}: {
  rows: TagRow[];
  onChange: (rows: TagRow[]) => void;
  withoutTags: boolean;
  onWithoutTags: (withoutTags: boolean) => void;
}) {
  const replace = (row: TagRow) =>
    onChange(rows.map((other) => (other.row === row.row ? row : other)));
  const next = 1 + Math.max(-1, ...rows.map(({ row }) => row));
  return (
    <Panel
      title="Tags on the job"
      aside={
        <span className="text-xs text-muted">optional, up to {MAX_TAG_LENGTH} characters each</span>
      }
    >
      {!withoutTags && (
        <div className="space-y-2 p-4">
          {rows.map((row, index) => (
            <div key={row.row} className="flex items-start gap-2">
              <TextField
                label={`Tag ${index + 1} key`}
                hideLabel
                placeholder="Key"
                className="min-w-0 flex-1"
                value={row.key}
                error={tagError(row, rows)}
                onChange={(event) => replace({ ...row, key: event.target.value })}
              />
              <TextField
                label={`Tag ${index + 1} value`}
                hideLabel
                placeholder="Value"
                className="min-w-0 flex-1"
                value={row.value}
                onChange={(event) => replace({ ...row, value: event.target.value })}
              />
              <span className="mt-0.5 shrink-0">
                <CloseButton
                  label={`Remove tag ${index + 1}`}
                  onClick={() => onChange(rows.filter((other) => other.row !== row.row))}
                />
              </span>
            </div>
          ))}
          <Button
            disabledReason={rows.length < MAX_CALLER_TAGS ? undefined : TOO_MANY_TAGS}
            onClick={() => onChange([...rows, { row: next, key: '', value: '' }])}
          >
            Add tag
          </Button>
        </div>
      )}
      <WithoutTags isChosen={withoutTags} onChoose={onWithoutTags} />
    </Panel>
  );
}

/** For accounts whose policies forbid tags. It is a choice of its own, because of what it gives up. */
function WithoutTags({
  isChosen,
  onChoose,
}: {
  isChosen: boolean;
  onChoose: (withoutTags: boolean) => void;
}) {
  const choiceID = useId();
  const lossID = useId();
  return (
    <div className="border-t border-line px-4 py-3">
      <span className="flex items-center gap-2">
        <Checkbox
          id={choiceID}
          checked={isChosen}
          aria-describedby={lossID}
          onChange={(event) => onChoose(event.target.checked)}
        />
        <label htmlFor={choiceID}>Send without any tags</label>
      </span>
      <p id={lossID} className={isChosen ? 'mt-1 text-caution' : 'mt-1 text-muted'}>
        Only where the account forbids tags. The tag by which Homeward recognises its jobs is then
        missing: when an answer is lost, the job can only be guessed by its servers, and the launch
        may stay in doubt.
      </p>
    </div>
  );
}
