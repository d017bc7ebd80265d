import { Dialog } from '@/components/ui/Dialog';

const KEYS = [
  ['/', 'search'],
  ['j, k or ↓, ↑', 'next and previous server'],
  ['→, ←', 'into a row and back'],
  ['x or Space', 'select the server'],
  ['Shift + ↓, ↑', 'select on the way'],
  ['Shift + x, Shift + click', 'select all servers between two'],
  ['Ctrl + A', 'in the table: select all that match'],
  ['Enter', 'open the server'],
  ['Home, End, Page ↑, Page ↓', 'far'],
  ['Shift + click, Shift + Enter', 'on a heading: sort by it as a further column'],
  ['?', 'these shortcuts'],
  ['Escape', 'close'],
];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
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
