'use client';

import { type ReactNode, useEffect, useId } from 'react';
import { CloseButton } from './CloseButton';
import { useModal } from './use-modal';

/**
 * A native modal dialog at the side of the page: the browser keeps the focus inside and gives it back on
 * Escape or close. A press beside it closes it too.
 */
export function Drawer({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useModal();
  const headingID = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    // What is beside the drawer is its backdrop, which belongs to the dialog itself.
    const closeFromBeside = ({ target }: MouseEvent) => {
      if (target === element) element.close();
    };
    element.addEventListener('click', closeFromBeside);
    return () => element.removeEventListener('click', closeFromBeside);
  }, [dialog]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={headingID}
      onClose={onClose}
      className="mr-0 ml-auto h-dvh max-h-none w-[min(40rem,100vw)] max-w-none overflow-y-auto border-l border-line bg-surface p-0 text-ink shadow-raised backdrop:bg-[rgb(0_0_0/0.35)]"
    >
      <div className="sticky top-0 z-10 flex items-center justify-between gap-3 border-b border-line bg-surface px-4 py-2">
        <h2 id={headingID} className="min-w-0 truncate text-base">
          {title}
        </h2>
        <CloseButton label="Close" onClick={() => dialog.current?.close()} />
      </div>
      {children}
    </dialog>
  );
}
