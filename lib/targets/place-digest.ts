import { createHash } from 'node:crypto';
import type { TargetConfig } from '@/lib/config';
import { placeOf } from '@/lib/watch/place';

/**
 * Where all the targets of a console are, short enough for a header and telling nothing of the roles. It is another
 * one once a target, its Region or its role is another, or once AWS takes the place of the simulator.
 */
export function placeDigest(targets: readonly TargetConfig[]): string {
  const places = JSON.stringify(targets.map(placeOf));
  return createHash('sha256').update(places).digest('base64url').slice(0, 16);
}
