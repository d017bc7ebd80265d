import { CopyButton } from './CopyButton';

/** An id in monospace, whole, with a button that copies it. */
export function Identifier({ id, what = 'id' }: { id: string; what?: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-0.5">
      <code className="truncate font-mono text-[0.8125rem]">{id}</code>
      <CopyButton text={id} label={`Copy ${what} ${id}`} />
    </span>
  );
}
