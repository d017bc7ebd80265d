import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type {
  FailbackLaunch,
  FailbackLaunches,
  FailbackLaunchRequest,
} from '@/lib/contract/failback-launch';
import type { FailbackLaunchPreview } from '@/lib/contract/failback-launch-preview';
import { fetchJSON } from './fetch-json';
import { launchInterval, launchesInterval } from './intervals';

const PREVIEW_INTERVAL = 5 * 1000;

/** What a launch would do. It is read anew while the operator decides, because lag moves. */
export const previewQuery = (request: FailbackLaunchRequest) =>
  queryOptions({
    queryKey: ['failback-launches', 'preview', request],
    queryFn: ({ signal }) =>
      fetchJSON<FailbackLaunchPreview>('/api/failback-launches/preview', {
        ...post(request),
        signal,
      }),
    refetchInterval: PREVIEW_INTERVAL,
  });

export const launchesQuery = () =>
  queryOptions({
    queryKey: ['failback-launches'],
    queryFn: ({ signal }) => fetchJSON<FailbackLaunches>('/api/failback-launches', { signal }),
    refetchInterval: ({ state }) => launchesInterval(state.data),
  });

export const launchQuery = (launchID: string) =>
  queryOptions({
    queryKey: ['failback-launches', launchID],
    queryFn: ({ signal }) =>
      fetchJSON<FailbackLaunch>(`/api/failback-launches/${launchID}`, { signal }),
    refetchInterval: ({ state }) => launchInterval(state.data),
  });

/** Starts a launch. The same key with the same request is the same launch, however often it is sent. */
export const startLaunchMutation = () =>
  mutationOptions({
    mutationFn: ({ request, idempotencyKey }: StartLaunch) =>
      fetchJSON<FailbackLaunch>('/api/failback-launches', {
        ...post(request, { 'Idempotency-Key': idempotencyKey }),
      }),
  });

interface StartLaunch {
  request: FailbackLaunchRequest;
  idempotencyKey: string;
}

function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}
