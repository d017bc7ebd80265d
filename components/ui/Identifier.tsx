import { CopyButton } from './CopyButton';

/** An id in monospace, whole, with a button that copies it. */
export function Identifier({
  id,
  what = 'id',
  tabIndex,
}: {
  id: string;
  what?: string;
  tabIndex?: number | undefined;
}) {
  return (
    <span className="inline-flex max-w-full items-center gap-0.5">
      <code className="truncate font-mono text-[0.8125rem]">{id}</code>
      <CopyButton text={id} label={`Copy ${what} ${id}`} tabIndex={tabIndex} />
    </span>
  );
}
