import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react';
import { classNames } from './class-names';

export type ButtonVariant = 'primary' | 'default' | 'quiet' | 'danger';

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-accent-ink border-transparent hover:bg-accent-hover',
  default: 'bg-surface text-ink border-line-strong hover:bg-canvas',
  quiet: 'text-muted border-transparent hover:bg-done-soft hover:text-ink',
  danger: 'bg-surface text-blocked border-blocked hover:bg-blocked-soft',
};

const OFF = 'bg-done-soft text-muted border-line cursor-not-allowed';

/** The look of a button, for links that act like one. */
export function buttonClassName(variant: ButtonVariant = 'default') {
  return classNames(BASE, VARIANTS[variant]);
}

const BASE =
  'inline-flex min-h-9 items-center justify-center gap-1.5 rounded-lg border px-3 py-1.5 font-medium whitespace-nowrap';

/**
 * A native button. Give `disabledReason` to turn it off: it stays focusable, does nothing, and says why
 * on hover, on focus and to a screen reader.
 */
export function Button({
  variant = 'default',
  disabledReason,
  onClick,
  className,
  children,
  ...rest
}: {
  variant?: ButtonVariant;
  disabledReason?: string | undefined;
  children: ReactNode;
} & Omit<ComponentProps<'button'>, 'disabled' | 'children'>) {
  const reasonID = useId();
  const isOff = disabledReason !== undefined;
  const button = (
    <button
      type="button"
      {...rest}
      aria-disabled={isOff || undefined}
      aria-describedby={isOff ? reasonID : rest['aria-describedby']}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        if (isOff) event.preventDefault();
        else onClick?.(event);
      }}
      className={classNames(BASE, isOff ? OFF : VARIANTS[variant], className)}
    >
      {children}
    </button>
  );
  if (!isOff) return button;
  return (
    <span className="group/tooltip relative inline-flex">
      {button}
      <span
        id={reasonID}
        role="tooltip"
        className="pointer-events-none invisible absolute right-0 bottom-full z-30 mb-2 w-max max-w-72 rounded-lg bg-ink px-3 py-2 text-left text-xs text-canvas shadow-raised group-focus-within/tooltip:visible group-hover/tooltip:visible"
      >
        {disabledReason}
      </span>
    </span>
  );
}
