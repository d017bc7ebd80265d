'use client';

import { type ReactNode, Suspense, useEffect, useId, useRef, useState } from 'react';
import { buttonClassName } from './Button';
import { Icon } from './icons';
import { classNames } from './class-names';

/**
 * A button that shows a panel beneath it, and hides it on Escape or on a press elsewhere. On a narrow screen the
 * panel stands at the foot of the window. What is in it may be loaded when it is first opened.
 */
export function Popover({
  label,
  name,
  isMarked = false,
  align = 'start',
  triggerClassName = buttonClassName(),
  children,
}: {
  label: ReactNode;
  /** What the panel is called. */
  name: string;
  /** Whether something chosen in the panel is in force. */
  isMarked?: boolean;
  align?: 'start' | 'end';
  /** The look of the button. */
  triggerClassName?: string;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    const hideOutside = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    const hideOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', hideOutside);
    document.addEventListener('focusin', hideOutside);
    document.addEventListener('keydown', hideOnEscape);
    return () => {
      document.removeEventListener('pointerdown', hideOutside);
      document.removeEventListener('focusin', hideOutside);
      document.removeEventListener('keydown', hideOnEscape);
    };
  }, [isOpen]);
  return (
    <div ref={root} className="relative">
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
        className={classNames(triggerClassName, isMarked && 'border-accent! bg-accent-soft!')}
      >
        {label}
        <Icon name="down" width={9} height={9} className="text-muted" />
      </button>
      {isOpen && (
        <div
          id={id}
          role="group"
          aria-label={name}
          className={classNames(
            'absolute top-full z-30 mt-1 max-h-[min(26rem,70dvh)] w-72 overflow-y-auto rounded-xl border border-line-strong bg-raised p-2 shadow-raised max-sm:fixed max-sm:inset-x-3 max-sm:top-auto max-sm:bottom-3 max-sm:w-auto',
            align === 'end' ? 'right-0' : 'left-0',
          )}
        >
          <Suspense fallback={<p className="p-2 text-muted">One moment</p>}>{children}</Suspense>
        </div>
      )}
    </div>
  );
}
