import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query';
import type {
  Batch,
  FailbackLaunch,
  FailbackLaunches,
  FailbackLaunchRequest,
} from '@/lib/contract/failback-launch';
import type {
  DismissRequest,
  RelaunchSelection,
  ResendRequest,
} from '@/lib/contract/failback-launch-actions';
import type { FailbackLaunchPreview } from '@/lib/contract/failback-launch-preview';
import type { LaunchHistory } from '@/lib/contract/history';
import { fetchJSON } from './fetch-json';
import { launchInterval, launchesInterval } from './intervals';
import { post } from './post';

/** How often a preview is read anew, in milliseconds. */
export const PREVIEW_INTERVAL = 5 * 1000;

/** Everything on record about launches, for what changes one of them. */
export const LAUNCHES_KEY = ['failback-launches'];

/** What a launch would do. It is read anew while the operator decides, because lag moves. */
export const previewQuery = (request: FailbackLaunchRequest) =>
  queryOptions({
    queryKey: [...LAUNCHES_KEY, 'preview', request],
    queryFn: ({ signal }) =>
      fetchJSON<FailbackLaunchPreview>('/api/failback-launches/preview', {
        ...post(request),
        signal,
      }),
    refetchInterval: PREVIEW_INTERVAL,
  });

/** The launches that pass the filters, newest first, a page at a time. */
export const launchesQuery = (filters: LaunchFilters) =>
  infiniteQueryOptions({
    queryKey: [...LAUNCHES_KEY, 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      fetchJSON<FailbackLaunches>(listAddress(filters, pageParam), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) => launchesInterval(state.data?.pages),
  });

/** What the list of launches is narrowed to; absent: not at all. */
export interface LaunchFilters {
  target?: string;
  /** States of batches, separated by commas. */
  state?: string;
  actor?: string;
  /** ISO 8601 instants. */
  from?: string;
  to?: string;
}

function listAddress(filters: LaunchFilters, cursor: string | null) {
  const query = new URLSearchParams({ ...filters, ...(cursor ? { cursor } : {}) });
  return `/api/failback-launches?${query}`;
}

export const launchQuery = (launchID: string) =>
  queryOptions({
    queryKey: [...LAUNCHES_KEY, launchID],
    queryFn: ({ signal }) => fetchJSON<FailbackLaunch>(addressOf(launchID), { signal }),
    refetchInterval: ({ state }) => launchInterval(state.data, new Date(state.dataUpdatedAt)),
  });

/** Everything on record about a launch. `version` is whatever changes with the launch itself. */
export const launchHistoryQuery = (launchID: string, version: string) =>
  queryOptions({
    queryKey: [...LAUNCHES_KEY, launchID, 'history', version],
    queryFn: ({ signal }) => fetchJSON<LaunchHistory>(`${addressOf(launchID)}/history`, { signal }),
  });

/** The servers that a launch did not bring home, to launch them again. */
export const relaunchSelectionMutation = () =>
  mutationOptions({
    mutationFn: (launchID: string) =>
      fetchJSON<RelaunchSelection>(`${addressOf(launchID)}/relaunch-selection`),
  });

/** Holds the waiting batches of a launch back, sends them again, or cancels them. */
export const queueMutation = (launchID: string) =>
  mutationOptions({
    mutationFn: (act: 'pause' | 'resume' | 'cancel') =>
      fetchJSON<FailbackLaunch>(`${addressOf(launchID)}/${act}`, { method: 'POST' }),
  });

/** Sends a parked batch once more. It is refused when the batch is no longer as it was seen. */
export const resendMutation = (launchID: string, { number, version }: ParkedBatch) =>
  mutationOptions({
    mutationFn: () =>
      fetchJSON<FailbackLaunch>(
        `${addressOf(launchID)}/batches/${number}/resend`,
        post({ confirm: 'resend', version } satisfies ResendRequest),
      ),
  });

/** Marks a parked batch as not needed. */
export const dismissMutation = (launchID: string, { number, version }: ParkedBatch) =>
  mutationOptions({
    mutationFn: (note: string) =>
      fetchJSON<FailbackLaunch>(
        `${addressOf(launchID)}/batches/${number}/dismiss`,
        post({ confirm: 'not-needed', version, note } satisfies DismissRequest),
      ),
  });

type ParkedBatch = Pick<Batch, 'number' | 'version'>;

const addressOf = (launchID: string) => `/api/failback-launches/${launchID}`;
