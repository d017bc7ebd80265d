/** DRS lists a job at most this long after it answered with it, in milliseconds. */
const LISTED_WITHIN = 10 * 60_000;

/** DRS lists every job that it answered with before this instant. */
export const listedSince = (now: Date) => new Date(now.getTime() - LISTED_WITHIN).toISOString();
