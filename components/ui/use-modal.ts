import { useEffect, useRef } from 'react';

/**
 * Opens a native dialog as a modal one while it is mounted. Unmounting does not close the element, because that would
 * fire a close event that nobody asked for, also when React mounts twice in development. Removing an open dialog loses
 * the focus, so it is given back to the element that had it.
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
