import type { ParticipatingServer } from '@/lib/contract/job';
import { Status, type StatusKind } from '@/components/ui/Status';
import { actionName, actionRuns } from './launch-actions';
import { DrawerSection } from './DrawerSection';

const KINDS: Record<string, StatusKind> = {
  IN_PROGRESS: 'running',
  SUCCEEDED: 'ready',
  FAILED: 'failed',
};

/** The launch actions that DRS runs on a server once it is up, in their order. */
export function ServerActions({ server }: { server: ParticipatingServer }) {
  const runs = actionRuns(server);
  return (
    <DrawerSection title="Launch actions">
      {runs.length === 0 && <p className="px-4 text-muted">DRS has run none.</p>}
      <ol className="px-4">
        {runs.map((run) => (
          <li key={run.runId ?? actionName(run)} className="py-0.5">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span>
                {actionName(run)}
                {run.action?.optional && <span className="text-muted">, optional</span>}
              </span>
              <Status kind={KINDS[run.status ?? ''] ?? 'unknown'}>
                {run.status ?? 'No status'}
              </Status>
            </span>
            {run.failureReason && <p className="break-words text-failed">{run.failureReason}</p>}
          </li>
        ))}
      </ol>
    </DrawerSection>
  );
}
