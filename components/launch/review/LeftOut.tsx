import type { ReactNode } from 'react';
import { Checkbox } from '@/components/ui/Checkbox';
import { Panel } from '@/components/ui/Panel';
import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import { formatCount } from '@/lib/format';
import { SharedReasons } from './SharedReasons';

/** The selected servers that are not launched, or only when their cautions, which are all listed, are accepted. */
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
  /** The jobs and launches in the way. */
  children?: ReactNode;
}) {
  if (blocked.length + caution.length === 0) return null;
  return (
    <Panel title={`Needs a decision or is left out${where}`}>
      {caution.length > 0 && (
        <div className="border-b border-line bg-caution-soft px-4 py-3 last:rounded-b-xl last:border-b-0">
          <SharedReasons servers={caution} />
          <label className="mt-3 flex items-center gap-2 font-medium">
            <Checkbox
              checked={acceptCaution}
              onChange={(event) => onAcceptCaution(event.target.checked)}
            />
            Include {formatCount(caution.length, 'server')} with caution; I accept these risks
          </label>
        </div>
      )}
      {blocked.length > 0 && (
        <div className="px-4 py-3">
          <p className="mb-1 font-medium">
            {formatCount(blocked.length, 'server')} cannot be launched and{' '}
            {blocked.length === 1 ? 'is' : 'are'} left out
          </p>
          <SharedReasons servers={blocked} />
        </div>
      )}
      {children}
    </Panel>
  );
}
