import { type SpeedHistory, workIn } from '../speed-history';
import { copiedDisks } from './copied-disks';
import { factsUntil } from './facts';
import { openHalt, spansFor } from './halts';
import { initiating } from './initiating';
import type { Course, Replication } from './replication';
import { steady } from './steady';
import { timelineOf } from './timeline';

/** The state of a replication is a function of its facts, of the speed history and of the moment. */
export function replicationAt(
  course: Course,
  now: number,
  speedHistory: SpeedHistory,
): Replication {
  const { machine, plan, began } = course;
  const facts = factsUntil(course.facts, now);
  const timeline = timelineOf(facts, machine, plan, began, speedHistory);
  const { halts, spans, failed, firstByte, consistent, undisturbed } = timeline;
  if (undisturbed && now >= consistent) return undisturbed;
  const work = workIn(speedHistory, spans, now);
  if (failed || work < plan.initiation) {
    const until = failed ? workIn(speedHistory, spans, failed.at) : work;
    return initiating(course, until, failed !== undefined, openHalt(halts, now));
  }
  if (now >= consistent) {
    const state = steady({ ...course, facts }, halts, consistent, now, speedHistory);
    return { ...state, firstByte, isConsistent: true };
  }
  const shares = machine.disks.map(({ deviceName }) => {
    const done = workIn(speedHistory, spansFor(began, halts, deviceName), now) - plan.initiation;
    return Math.max(0, Math.min(1, done / plan.sync));
  });
  const open = openHalt(halts, now);
  const isCopied = shares.every((share) => share >= 1);
  return {
    state: open?.as ?? (isCopied ? 'CREATING_SNAPSHOT' : plan.kind),
    disks: copiedDisks(machine, shares, plan.kind),
    ...(open ? { lagSeconds: (now - open.from) / 1_000 } : {}),
    firstByte,
    ...(consistent < Infinity && !open ? { eta: consistent } : {}),
    ...(open?.error ? { error: open.error } : {}),
    isConsistent: false,
  };
}
