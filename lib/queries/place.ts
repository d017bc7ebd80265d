import { PLACE_HEADER } from '@/lib/contract/place';

// A console may be restarted with other settings while its pages stay open: what they say of the place is then untrue.

let ofPage: string | undefined;
let isOther = false;
const listeners = new Set<() => void>();

/** Says for which place this page was made. */
export function setPlaceOfPage(place: string) {
  ofPage = place;
}

/** The headers that keep a request from being taken by a console with another place. */
export const placeHeaders = (): Record<string, string> =>
  ofPage ? { [PLACE_HEADER]: ofPage } : {};

/** Takes down which place an answer names; those of a proxy name none. */
export function notePlace(place: string | null) {
  if (isOther || !place || !ofPage || place === ofPage) return;
  isOther = true;
  for (const listener of listeners) listener();
}

/** Whether the console has had another place than this page since it was made. */
export const hasOtherPlace = (): boolean => isOther;

export function onOtherPlace(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
