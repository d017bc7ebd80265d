/** Where the time comes from, so that tests and rehearsals run the clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
