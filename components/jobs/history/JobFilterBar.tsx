import type { JudgedJob } from '@/lib/contract/job';
import { TextField } from '@/components/ui/TextField';
import { OUTCOME_WORDS } from '../job-words';
import { Select } from '../Select';
import { type JobFilter, typeChoices } from './filter';

const OUTCOMES = Object.entries(OUTCOME_WORDS).map(([value, label]) => ({ value, label }));

/** Narrows the history. */
export function JobFilterBar({
  jobs,
  filter,
  onChange,
}: {
  jobs: JudgedJob[];
  filter: JobFilter;
  onChange: (filter: JobFilter) => void;
}) {
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
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
        className="min-w-0 flex-1 basis-56 sm:max-w-80"
      />
      <Select
        label="Type"
        all="All types"
        value={filter.type}
        choices={typeChoices(jobs).map((type) => ({ value: type, label: type }))}
        onChange={(type) => onChange({ ...filter, type })}
      />
      <Select
        label="Outcome"
        all="All outcomes"
        value={filter.outcome}
        choices={OUTCOMES}
        onChange={(value) => onChange({ ...filter, outcome: isOutcome(value) ? value : '' })}
      />
    </search>
  );
}

function isOutcome(value: string): value is keyof typeof OUTCOME_WORDS {
  return value in OUTCOME_WORDS;
}
