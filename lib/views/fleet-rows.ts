import { createHash } from 'node:crypto';
import type { FleetAnswer, FleetColumns } from '@/lib/contract/fleet';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { encodeFleet } from '@/lib/fleet-codec/columns';
import { toFleetRow } from '@/lib/fleet/row';
import type { Clock } from '@/lib/time';
import type { Reading } from '@/lib/watch/snapshot';
import type { TargetWatch } from '@/lib/watch/target-watch';
import { latestFleet, readinessIn } from './fleet';
import { snapshotHeaderOf } from './snapshot-header';
import type { Watched } from './watched';

type FleetReading = Reading<RecoveryInstance[]>;

interface Encoded {
  revision: string;
  columns: FleetColumns;
}

/** Readiness also depends on the present moment: after this many milliseconds a reading is judged anew. */
const JUDGED_FOR = 5_000;

/** The newest rows of each target, made once for however many viewers. */
const newest = new WeakMap<TargetWatch, { from: string; encoded: Promise<Encoded> }>();

/** The fleet of a target as rows. Throws ProblemErrors. */
export async function fleetRowsView(target: Watched, clock: Clock): Promise<FleetAnswer> {
  const reading = await latestFleet(target);
  return { ...snapshotHeaderOf(target, reading), ...(await encodeOnce(target, clock, reading)) };
}

/** However many ask, the same readings are judged and encoded once. */
async function encodeOnce(target: Watched, clock: Clock, reading: FleetReading): Promise<Encoded> {
  const jobs = await target.watch.jobs.latest().catch(() => undefined);
  const moment = Math.floor(clock.now().getTime() / JUDGED_FOR);
  const from = `${reading.sequence} ${jobs?.sequence} ${moment}`;
  const known = newest.get(target.watch);
  if (known?.from === from) return known.encoded;
  const encoded = encode(target, clock, reading);
  newest.set(target.watch, { from, encoded });
  return encoded;
}

async function encode(target: Watched, clock: Clock, reading: FleetReading): Promise<Encoded> {
  const readinessOf = await readinessIn(target, clock, reading);
  const columns = encodeFleet(
    reading.value.map((instance) =>
      toFleetRow(target.name, instance, { readiness: readinessOf(instance), asOf: reading.asOf }),
    ),
  );
  // The same columns have the same revision, whenever and by whichever process they were made.
  const revision = createHash('sha256').update(JSON.stringify(columns)).digest('base64url');
  return { columns, revision };
}
