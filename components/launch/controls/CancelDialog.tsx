import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';

/** Cancelling cannot be undone, so it asks once more. */
export function CancelDialog({
  what,
  onClose,
  onCancel,
}: {
  what: string;
  onClose: () => void;
  onCancel: () => void;
}) {
  return (
    <Dialog title="Cancel waiting batches" onClose={onClose}>
      <p className="text-base">
        {what} will not be sent. Jobs that were sent go on; DRS cannot call them back.
      </p>
      <p className="mt-1 text-muted">The servers stay as they are and can be launched anew.</p>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Keep them waiting</Button>
        <Button variant="danger" onClick={onCancel}>
          Cancel the batches
        </Button>
      </div>
    </Dialog>
  );
}
