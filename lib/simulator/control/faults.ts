import { faultInput } from '../faults/fault-input';
import type { Command } from './command';
import { ControlError } from './control-error';
import { inputOf } from './input';

export function listFaults({
  simulation: {
    state: { faults, clock },
  },
}: Command) {
  return { faults: faults.list(clock.rehearsed()) };
}

export function addFault({
  simulation: {
    state: { faults, clock },
  },
  request,
}: Command) {
  return faults.add(inputOf(request, faultInput), clock.rehearsed());
}

export function clearFaults({
  simulation: {
    state: { faults, clock },
  },
  id,
}: Command) {
  const known = faults.list(clock.rehearsed()).some((fault) => String(fault.id) === id);
  if (id !== undefined && !known) throw new ControlError(404, `There is no fault ${id}.`);
  faults.clear(id === undefined ? undefined : Number(id));
  return {};
}
