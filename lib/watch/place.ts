import type { TargetConfig } from '@/lib/config';

/**
 * Under which name is kept what was read of a target. The same name may stand for another Region, role or simulator
 * tomorrow, whose jobs are not those of today; each such place has a name of its own.
 */
export function placeOf({
  name,
  region,
  role,
  simulatorURL,
}: Pick<TargetConfig, 'name' | 'region' | 'role' | 'simulatorURL'>): string {
  return [name, region, role?.arn, simulatorURL].filter(Boolean).join(' ');
}
