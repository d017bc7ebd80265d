/** Whether the log keeps its newest line in view, and how far the reader had come when it stopped. */
export type Follow = { following: true } | { following: false; lastSeen: number };

export const FOLLOWING: Follow = { following: true };

/** The reader counts as being at the end within this distance of it, in pixels. */
const AT_THE_END = 24;

/**
 * Follows the reader's own scrolling: leaving the end pauses, coming back to it follows again.
 * `newest` is the number of the newest line there is.
 */
export function afterScroll(follow: Follow, distanceToEnd: number, newest: number): Follow {
  if (distanceToEnd <= AT_THE_END) return FOLLOWING;
  return follow.following ? { following: false, lastSeen: newest } : follow;
}

/** How many of the lines shown came after the reader stopped following. */
export function unseen(follow: Follow, lines: { number: number }[]): number {
  if (follow.following) return 0;
  return lines.filter((line) => line.number > follow.lastSeen).length;
}
