import { CopyButton } from './CopyButton';

/** An answer as it came, for those who want every field. */
export function RawJson({ summary, value }: { summary: string; value: unknown }) {
  const text = JSON.stringify(value, null, 2);
  return (
    <details className="border-t border-line px-4 py-2.5">
      <summary className="w-fit text-muted hover:text-ink">{summary}</summary>
      <div className="mt-2 flex items-start gap-2">
        {/* A field, because it scrolls by keyboard and its text is selected as a whole. */}
        <textarea
          readOnly
          aria-label={summary}
          value={text}
          rows={Math.min(24, text.split('\n').length)}
          spellCheck={false}
          className="w-full min-w-0 resize-y rounded-lg border border-line bg-canvas p-3 font-mono text-xs"
        />
        <CopyButton text={text} label={`Copy: ${summary}`} />
      </div>
    </details>
  );
}
