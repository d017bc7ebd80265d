import type { WireRequest } from '../http/request';
import type { Simulation } from '../simulation';

export interface Command {
  simulation: Simulation;
  request: WireRequest;
  query: URLSearchParams;
  /** What follows the name of the command in the address. */
  id: string | undefined;
}
