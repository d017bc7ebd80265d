'use client';

import { type ReactNode, useId } from 'react';
import { CloseButton } from './CloseButton';
import { useModal } from './use-modal';

/** A native modal dialog: the browser keeps the focus inside and gives it back on Escape or close. */
export function Dialog({
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
  return (
    <dialog
      ref={dialog}
      aria-labelledby={headingID}
      onClose={onClose}
      className="m-auto max-h-[85dvh] w-[min(36rem,calc(100vw-2rem))] rounded-xl border border-line bg-raised p-0 text-ink shadow-raised backdrop:bg-[rgb(0_0_0/0.45)]"
    >
      <div className="flex items-center justify-between border-b border-line px-4 py-2">
        <h2 id={headingID} className="text-sm">
          {title}
        </h2>
        <CloseButton label="Close" onClick={() => dialog.current?.close()} />
      </div>
      <div className="p-4">{children}</div>
    </dialog>
  );
}
