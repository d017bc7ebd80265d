import type { ReactNode } from 'react';
import { Checkbox } from '@/components/ui/Checkbox';
import { Panel } from '@/components/ui/Panel';
import { Status } from '@/components/ui/Status';
import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import { formatCount } from '@/lib/format';
import { ScrolledList } from './ScrolledList';

/** Selected, and not launched: each with its reason. Those in doubt only by a decision. */
export function LeftOut({
  blocked,
  caution,
  acceptCaution,
  onAcceptCaution,
  where,
  children,
}: {
  blocked: PreviewedServer[];
  caution: PreviewedServer[];
  acceptCaution: boolean;
  onAcceptCaution: (accept: boolean) => void;
  where: string;
  /** What is known of the jobs and launches in the way. */
  children?: ReactNode;
}) {
  if (blocked.length + caution.length === 0) return null;
  return (
    <Panel title={`Needs a decision or is left out${where}`}>
      {caution.length > 0 && (
        <div className="border-b border-line bg-caution-soft px-4 py-3 last:border-b-0">
          <Reasons servers={caution} />
          <label className="mt-2 flex items-center gap-2 font-medium">
            <Checkbox
              checked={acceptCaution}
              onChange={(event) => onAcceptCaution(event.target.checked)}
            />
            Include {formatCount(caution.length, 'server')} with caution; I accept the loss
          </label>
        </div>
      )}
      {blocked.length > 0 && (
        <div className="px-4 py-3">
          <p className="mb-1 font-medium">
            {formatCount(blocked.length, 'server')} cannot be launched and{' '}
            {blocked.length === 1 ? 'is' : 'are'} left out
          </p>
          <Reasons servers={blocked} />
        </div>
      )}
      {children}
    </Panel>
  );
}

function Reasons({ servers }: { servers: PreviewedServer[] }) {
  return (
    <ScrolledList
      label="Reasons"
      items={servers}
      keyOf={({ recoveryInstanceID }) => recoveryInstanceID}
    >
      {({ name, readiness }) => (
        <span className="flex flex-wrap items-center gap-x-2">
          <Status kind={readiness.verdict}>{name}</Status>{' '}
          <span className="text-muted">{readiness.reasons[0]?.sentence}</span>
        </span>
      )}
    </ScrolledList>
  );
}
