import { type ComponentProps, useId } from 'react';
import { classNames } from './class-names';

export const fieldClassName =
  'min-h-9 w-full min-w-0 rounded-lg border border-line-strong bg-surface px-2.5 py-1.5 text-ink';

/** A labelled input; `error` is shown beneath it and tied to it. */
export function TextField({
  label,
  hideLabel = false,
  error,
  className,
  ...rest
}: {
  label: string;
  hideLabel?: boolean;
  error?: string | undefined;
} & Omit<ComponentProps<'input'>, 'id'>) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1 block text-xs text-muted'}>
        {label}
      </label>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...rest}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : rest['aria-describedby']}
        className={classNames(fieldClassName, error && 'border-blocked')}
      />
      {error && (
        <p id={`${id}-error`} className="mt-1 text-xs text-blocked">
          {error}
        </p>
      )}
    </div>
  );
}
