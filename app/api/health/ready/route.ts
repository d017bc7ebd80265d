import type { ReadyHealth } from '@/lib/contract/health';
import { toProblem } from '@/lib/http/problem';
import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { orphanedLaunches } from '@/lib/launch/orphans';
import type { Services } from '@/lib/services';
import type { Target } from '@/lib/targets/target';
import { refusalOfDuplicate } from '@/lib/targets/duplicate-target';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'health:read',
    handle: async ({ services }) => {
      const store = await storeHealth(services);
      const targets = await Promise.all(
        services.targets.all().map((target) => targetHealth(services, target)),
      );
      const orphans = store.ok ? await orphanedLaunches(services) : [];
      // One target in trouble does not keep the others from being launched.
      const ready =
        store.ok && targets.some(({ asOf, problem }) => asOf !== null && problem === null);
      const health: ReadyHealth = { ready, store, targets, orphans };
      return json(health, { status: ready ? 200 : 503 });
    },
  },
});

async function storeHealth({ storeConnection }: Services): Promise<ReadyHealth['store']> {
  try {
    await storeConnection.probe();
    return { ok: true };
  } catch (error) {
    return { ok: false, detail: toProblem(error).detail };
  }
}

/** Whoever probes gives up soon, and would take the console for dead. Milliseconds. */
const READING_WAIT = 500;

async function targetHealth(
  { targets }: Services,
  target: Target,
): Promise<ReadyHealth['targets'][number]> {
  const { fleet } = target.watch;
  const reading = await fleet.lastWithin(READING_WAIT);
  const problem = fleet.problem ?? refusalOfDuplicate(targets, target)?.problem ?? null;
  return { name: target.name, asOf: reading?.asOf.toISOString() ?? null, problem };
}
