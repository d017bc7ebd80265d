import { Pill } from '@/components/ui/Pill';
import { callerTags } from './launch-tag';

/** The tags that people put on a job or a launch. */
export function TagPills({ tags }: { tags: Record<string, string> | undefined }) {
  const shown = callerTags(tags);
  if (shown.length === 0) return null;
  return (
    <ul aria-label="Tags" className="flex min-w-0 flex-wrap gap-1.5">
      {shown.map(([key, value]) => (
        <li key={key} className="flex min-w-0 max-w-full">
          <Pill>
            <span className="truncate" title={`${key} = ${value}`}>
              {value === '' ? key : `${key} = ${value}`}
            </span>
          </Pill>
        </li>
      ))}
    </ul>
  );
}
