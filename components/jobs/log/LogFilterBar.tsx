import { useId, useMemo } from 'react';
import { Checkbox } from '@/components/ui/Checkbox';
import { TextField } from '@/components/ui/TextField';
import { Select } from '@/components/ui/Select';
import { eventChoices, serverChoices } from './choices';
import type { LogFilter } from './filter';
import type { LogLine } from './lines';

/** Filters the log on screen; the downloads still hold every line. */
export function LogFilterBar({
  lines,
  filter,
  onChange,
}: {
  lines: LogLine[];
  filter: LogFilter;
  onChange: (filter: LogFilter) => void;
}) {
  const errorsOnlyID = useId();
  const servers = useMemo(() => serverChoices(lines), [lines]);
  const events = useMemo(() => eventChoices(lines), [lines]);
  return (
    <search
      aria-label="Filter the log"
      className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2"
    >
      <TextField
        label="Find in the log"
        hideLabel
        type="search"
        placeholder="Find in the log"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
        className="min-w-0 flex-1 basis-44 sm:max-w-72"
      />
      <Select
        label="Server"
        all="All servers"
        value={filter.server}
        choices={servers}
        onChange={(server) => onChange({ ...filter, server })}
      />
      <Select
        label="Event"
        all="All events"
        value={filter.event}
        choices={events}
        onChange={(event) => onChange({ ...filter, event })}
      />
      <span className="flex min-h-9 items-center gap-2 px-1 whitespace-nowrap">
        <Checkbox
          id={errorsOnlyID}
          checked={filter.errorsOnly}
          onChange={(event) => onChange({ ...filter, errorsOnly: event.target.checked })}
        />
        <label htmlFor={errorsOnlyID}>Errors only</label>
      </span>
    </search>
  );
}
