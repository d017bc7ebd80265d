import { useEffect, useRef } from 'react';

/**
 * Opens a native dialog as a modal one for as long as it is mounted. Its element is not closed on the way out: that
 * would tell of a close nobody asked for, also when React mounts twice in development. A dialog that is taken away
 * while it is open leaves the focus nowhere, so that it is given back to what had it.
 */
export function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    if (!dialog.current?.open) dialog.current?.showModal();
    return () => {
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return dialog;
}
