import type { JobLogItem } from '@/lib/contract/job';
import { Button } from '@/components/ui/Button';
import { saveFile } from '@/components/ui/save-file';
import { logAsJson, logAsText } from './download';
import type { LogLine } from './lines';

/** The whole log to take away, whatever the filter hides. */
export function LogDownloads({
  jobID,
  items,
  lines,
}: {
  jobID: string;
  items: JobLogItem[];
  lines: LogLine[];
}) {
  return (
    <span className="flex items-center gap-1 text-muted">
      <span aria-hidden className="hidden text-xs sm:inline">
        Download
      </span>
      <Button
        variant="quiet"
        aria-label="Download the log as text"
        onClick={() => saveFile(`${jobID}.log`, 'text/plain', logAsText(lines))}
      >
        Text
      </Button>
      <Button
        variant="quiet"
        aria-label="Download the log as JSON"
        onClick={() => saveFile(`${jobID}-log.json`, 'application/json', logAsJson(jobID, items))}
      >
        JSON
      </Button>
    </span>
  );
}
