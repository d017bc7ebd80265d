import type { Config } from '@/lib/config';

/** Everything that somebody can do through the API. Every handler names its own. */
export type Action =
  | 'health:read'
  | 'targets:read'
  | 'events:read'
  | 'recovery-instances:read'
  | 'failback-launches:read'
  | 'failback-launches:preview'
  | 'failback-launches:create'
  | 'failback-launches:pause'
  | 'failback-launches:resume'
  | 'failback-launches:cancel'
  | 'failback-launches:resend'
  | 'failback-launches:dismiss'
  | 'jobs:read';

export interface Actor {
  name: string;
}

/**
 * Who asks, and whether they may. Without sign-in there is one person, the operator of the settings, who
 * may do everything; roles are decided here and nowhere else.
 */
export function authorise(_action: Action, config: Pick<Config, 'operator'>): Actor {
  return { name: config.operator };
}
