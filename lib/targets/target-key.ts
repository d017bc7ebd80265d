import type { TargetConfig } from '@/lib/config';

/**
 * The key under which what was read of a target is kept. The same name may stand for another Region, role or simulator
 * tomorrow, whose jobs are not those of today; each of them has a key of its own.
 */
export function targetKey({
  name,
  region,
  role,
  simulatorURL,
}: Pick<TargetConfig, 'name' | 'region' | 'role' | 'simulatorURL'>): string {
  return [name, region, role?.arn, simulatorURL].filter(Boolean).join(' ');
}
