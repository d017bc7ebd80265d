import { useTargets } from '@/components/shell/targets';
import { TextField } from '@/components/ui/TextField';
import { Select } from '@/components/ui/Select';
import { type JobFilter, OUTCOME_CHOICES, typeChoices } from './filter';
import type { HistoryJob } from './merge';

/** Narrows the history. */
export function JobFilterBar({
  jobs,
  filter,
  onChange,
}: {
  jobs: HistoryJob[];
  filter: JobFilter;
  onChange: (changes: Partial<JobFilter>) => void;
}) {
  const targets = useTargets();
  return (
    <search
      aria-label="Filter the jobs"
      className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2"
    >
      <TextField
        label="Find a job"
        hideLabel
        type="search"
        placeholder="Find by id, tag, server or type"
        value={filter.search}
        onChange={(event) => onChange({ search: event.target.value })}
        className="min-w-0 flex-1 basis-56 sm:max-w-80"
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
      <Select
        label="Type"
        all="All types"
        value={filter.type}
        choices={typeChoices(jobs).map((type) => ({ value: type, label: type }))}
        onChange={(type) => onChange({ type })}
      />
      <Select
        label="Outcome"
        all="All outcomes"
        value={filter.outcome}
        choices={OUTCOME_CHOICES}
        onChange={(outcome) => onChange({ outcome })}
      />
    </search>
  );
}
