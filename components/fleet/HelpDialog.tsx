import { Dialog } from '@/components/ui/Dialog';

const KEYS = [
  ['/', 'search'],
  ['j, k', 'next and previous server'],
  ['x', 'select the server'],
  ['Shift + click', 'select all servers between two'],
  ['?', 'this help'],
  ['Escape', 'close'],
];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys of the fleet" onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {KEYS.map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded border border-line px-1.5 font-mono">{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
