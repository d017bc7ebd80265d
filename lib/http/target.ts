import { refuseUnknownTarget } from '@/lib/launch/survey';
import type { Services } from '@/lib/services';

/** The target a request asks about in its query, else the only one there is. */
export function targetOf(request: Request, services: Services): string {
  const asked = new URL(request.url).searchParams.get('target');
  if (asked !== null) refuseUnknownTarget(services, asked);
  return services.config.target.name;
}
