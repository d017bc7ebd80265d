import type { ReadyHealth } from '@/lib/contract/health';
import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'health:read',
    act: async ({ services }) => {
      const store = await services.store().then(
        () => ({ ok: true }),
        () => ({ ok: false, detail: 'The store cannot be opened; check the data folder.' }),
      );
      const fleet = await services.watch.fleet.latest().catch(() => undefined);
      const error = services.watch.fleet.problem;
      const health: ReadyHealth = {
        ready: store.ok && error === null,
        store,
        targets: [
          {
            name: services.config.target.name,
            asOf: fleet?.asOf.toISOString() ?? null,
            error: error?.detail ?? null,
          },
        ],
      };
      return json(health, { status: health.ready ? 200 : 503 });
    },
  },
});
