import type { ReadyHealth } from '@/lib/contract/health';
import { toProblem } from '@/lib/http/problem';
import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import type { Services } from '@/lib/services';
import type { Target } from '@/lib/targets/target';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'health:read',
    act: async ({ services }) => {
      const store = await storeHealth(services);
      const targets = await Promise.all(services.targets.all().map(targetHealth));
      // One target in trouble does not keep the others from being launched.
      const ready =
        store.ok && targets.some(({ asOf, problem }) => asOf !== null && problem === null);
      const health: ReadyHealth = { ready, store, targets };
      return json(health, { status: ready ? 200 : 503 });
    },
  },
});

async function storeHealth({ keeper }: Services): Promise<ReadyHealth['store']> {
  try {
    await keeper.probe();
    return { ok: true };
  } catch (error) {
    return { ok: false, detail: toProblem(error).detail };
  }
}

/** Whoever probes gives up soon, and would take the console for dead. Milliseconds. */
const PATIENCE = 500;

async function targetHealth({ name, watch }: Target): Promise<ReadyHealth['targets'][number]> {
  const fleet = await watch.fleet.atHand(PATIENCE);
  return { name, asOf: fleet?.asOf.toISOString() ?? null, problem: watch.fleet.problem };
}
