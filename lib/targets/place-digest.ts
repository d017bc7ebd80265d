import { createHash } from 'node:crypto';
import type { TargetConfig } from '@/lib/config';
import { targetKey } from './target-key';

/**
 * Where all the targets of a console are, short enough for a header and telling nothing of the roles. It is another
 * one once a target, its Region or its role is another, or once AWS takes the place of the simulator.
 */
export function placeDigest(targets: readonly TargetConfig[]): string {
  const keys = JSON.stringify(targets.map(targetKey));
  return createHash('sha256').update(keys).digest('base64url').slice(0, 16);
}
