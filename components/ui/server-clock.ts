/** The two clocks of a browser at one moment, in milliseconds. */
export interface Reading {
  /** Goes on while a laptop sleeps, but may be wrong, and be set at any time. */
  wall: number;
  /** Nobody sets it, but in many browsers it stands still while a laptop sleeps. */
  steady: number;
}

/** A wall clock that falls so far behind the steady one was set back, in milliseconds. */
const SET_BACK = 1_000;

/**
 * Tells the time of the server, in milliseconds since the epoch, whatever the clock of the browser shows: the time
 * at a first reading, and what has passed from reading to reading. That is never too little, because old data must
 * not look new. A wall clock that is set forward looks like sleep: data look older than they are until a reload.
 */
export function serverClock(time: number, first: Reading): (reading: Reading) => number {
  let now = time;
  let last = first;
  return (reading) => {
    const wall = reading.wall - last.wall;
    const steady = reading.steady - last.steady;
    now += wall < steady - SET_BACK ? steady : wall;
    last = reading;
    return now;
  };
}
