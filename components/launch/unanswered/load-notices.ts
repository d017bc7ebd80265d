/** Loaded before the button can be pressed: the console may be out of reach when it is needed. */
export const loadNotices = () =>
  import('./UnansweredNotices').then((module) => ({ default: module.UnansweredNotices }));
