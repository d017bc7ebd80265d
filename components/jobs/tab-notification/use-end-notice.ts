import { useEffect, useRef, useState, useSyncExternalStore } from 'react';

/** Whether the browser will notify of the end of a job: not asked for, asked for, refused, or not supported. */
export type EndNotice = 'off' | 'on' | 'refused' | 'unsupported';

const keyOf = (jobID: string) => `homeward:notify:${jobID}`;

/**
 * Tells the end of a job by a notification of the browser, once somebody has asked for it. The wish is kept in
 * the browser, so that it outlives a reload and several tabs of the same job have it together; the first tab to
 * see the end takes it back, and the tag lets the browser show one where two were as fast.
 */
export function useEndNotice(
  jobID: string,
  { isOver, sentence }: { isOver: boolean; sentence: string },
): [EndNotice, (toggle: 'ask' | 'withdraw') => void] {
  const isWanted = useSyncExternalStore(
    subscribe,
    () => read(jobID),
    () => false,
  );
  const [isRefused, setRefused] = useState(false);
  const wasRunning = useRef(false);

  useEffect(() => {
    if (!isOver) wasRunning.current = true;
    else if (read(jobID)) {
      write(jobID, false);
      // A job that ended before the page was opened needs no notification.
      if (wasRunning.current) announce(jobID, sentence);
    }
  }, [jobID, isOver, sentence]);

  async function change(toggle: 'ask' | 'withdraw') {
    if (toggle === 'withdraw') return write(jobID, false);
    const permission = await Notification.requestPermission();
    setRefused(permission !== 'granted');
    write(jobID, permission === 'granted');
  }

  const isSupported = typeof window !== 'undefined' && 'Notification' in window;
  const state = !isSupported ? 'unsupported' : isRefused ? 'refused' : isWanted ? 'on' : 'off';
  return [state, (toggle) => void change(toggle)];
}

function announce(jobID: string, sentence: string) {
  if (Notification.permission !== 'granted') return;
  const notice = new Notification(`Job ended: ${sentence}`, { body: jobID, tag: jobID });
  notice.addEventListener('click', () => {
    window.focus();
    notice.close();
  });
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function read(jobID: string): boolean {
  try {
    return window.localStorage.getItem(keyOf(jobID)) !== null;
  } catch {
    // A browser that stores nothing has no wish on record.
    return false;
  }
}

/** Throws where the browser stores nothing. */
function write(jobID: string, isWanted: boolean) {
  if (isWanted) window.localStorage.setItem(keyOf(jobID), new Date().toISOString());
  else window.localStorage.removeItem(keyOf(jobID));
  for (const listener of listeners) listener();
}
