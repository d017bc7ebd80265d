import { Button } from '@/components/ui/Button';
import { type EndNotice, useEndNotice } from './use-end-notice';

const REASONS: Partial<Record<EndNotice, string>> = {
  refused: 'The browser does not allow notifications for this console. Allow them in its settings.',
  unsupported: 'This browser has no notifications here.',
};

/** Offers to notify of the end of a job. The browser asks for permission only after this press. */
export function EndNoticeButton({
  jobID,
  isOver,
  sentence,
}: {
  jobID: string;
  isOver: boolean;
  sentence: string;
}) {
  const [notice, change] = useEndNotice(jobID, { isOver, sentence });
  if (isOver) return null;
  const isOn = notice === 'on';
  return (
    <Button
      variant="quiet"
      aria-pressed={isOn}
      disabledReason={REASONS[notice]}
      onClick={() => change(isOn ? 'withdraw' : 'ask')}
    >
      {isOn ? 'Will notify at the end' : 'Notify me at the end'}
    </Button>
  );
}
