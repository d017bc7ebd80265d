import { CopyButton } from '@/components/ui/CopyButton';

/** An answer as it came, for those who want every field. */
export function RawJson({ summary, value }: { summary: string; value: unknown }) {
  const text = JSON.stringify(value, null, 2);
  return (
    <details className="border-t border-line px-4 py-2.5">
      <summary className="w-fit text-muted hover:text-ink">{summary}</summary>
      <div className="relative mt-2">
        <div className="absolute top-1.5 right-3">
          <CopyButton text={text} label={`Copy: ${summary}`} />
        </div>
        <pre
          // A region that scrolls must be reachable by keyboard.
          tabIndex={0}
          className="max-h-96 overflow-auto rounded-lg bg-canvas p-3 font-mono text-xs"
        >
          {text}
        </pre>
      </div>
    </details>
  );
}
