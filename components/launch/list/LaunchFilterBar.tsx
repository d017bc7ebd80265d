import { Select } from '@/components/ui/Select';
import { useTargets } from '@/components/shell/targets';
import { TextField } from '@/components/ui/TextField';
import { BATCH_WORDS } from '../batch-words';
import type { LaunchFilter } from './launch-filter';

const STATES = Object.entries(BATCH_WORDS).map(([value, { word }]) => ({ value, label: word }));

/** Narrows the list of launches. */
export function LaunchFilterBar({
  filter,
  onChange,
}: {
  filter: LaunchFilter;
  onChange: (changes: Partial<Record<keyof LaunchFilter, string>>) => void;
}) {
  const targets = useTargets();
  return (
    <search
      aria-label="Filter the launches"
      className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2"
    >
      <Select
        label="State of a batch"
        all="All states"
        value={filter.state}
        choices={STATES}
        onChange={(state) => onChange({ state })}
      />
      {targets.length > 1 && (
        <Select
          label="Target"
          all="All targets"
          value={filter.target}
          choices={targets.map(({ name }) => ({ value: name, label: name }))}
          onChange={(target) => onChange({ target })}
        />
      )}
      <TextField
        label="Launched by"
        hideLabel
        type="search"
        placeholder="Launched by"
        value={filter.actor}
        onChange={(event) => onChange({ actor: event.target.value })}
        className="min-w-0 flex-1 basis-40 sm:max-w-56"
      />
      <Day label="From day (UTC)" value={filter.from} onChange={(from) => onChange({ from })} />
      <Day label="To day (UTC)" value={filter.to} onChange={(to) => onChange({ to })} />
    </search>
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (day: string) => void;
}) {
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden className="text-xs text-muted">
        {label.split(' ')[0]}
      </span>
      <TextField
        label={label}
        hideLabel
        type="date"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="w-36"
      />
    </span>
  );
}
