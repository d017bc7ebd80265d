/** Everything below this path steers the simulator; DRS and STS have nothing there. */
export const CONTROL_PREFIX = '/_simulator/';
