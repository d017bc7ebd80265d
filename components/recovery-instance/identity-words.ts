import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { formatCount } from '@/lib/format';

type CPUs = NonNullable<RecoveryInstance['recoveryInstanceProperties']>['cpus'];

/** "8 cores, Intel Xeon"; undefined when DRS says nothing of them. */
export function cpuWords(cpus: CPUs = []): string | undefined {
  const cores = cpus.reduce((sum, cpu) => sum + (cpu.cores ?? 0), 0);
  const models = new Set(cpus.flatMap(({ modelName }) => modelName ?? []));
  const words = [...(cores > 0 ? [formatCount(cores, 'core')] : []), ...models];
  return words.length > 0 ? words.join(', ') : undefined;
}

/** Undefined where DRS does not say. */
export function launchedFor(isDrill: boolean | undefined): string | undefined {
  if (isDrill === undefined) return undefined;
  return isDrill ? 'A drill' : 'A recovery';
}
