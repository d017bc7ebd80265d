import type { Services } from '@/lib/services';
import type { Target } from '@/lib/targets/target';

/** The target a request asks about in its query, else the only one there is. Throws a ProblemError. */
export function targetOf(request: Pick<Request, 'url'>, { targets }: Services): Target {
  const asked = new URL(request.url).searchParams.get('target');
  return asked === null ? targets.sole() : targets.get(asked);
}
