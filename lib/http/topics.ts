import { type Action, authorise } from '@/lib/access/authorise';
import { refusal } from '@/lib/contract/problem-error';
import type { Services } from '@/lib/services';
import type { Target } from '@/lib/targets/target';
import type { Feed, Topic } from '@/lib/feed/feed';
import { fleetView } from '@/lib/views/fleet';
import { fleetRowsView } from '@/lib/views/fleet-rows';
import { recoveryInstanceView } from '@/lib/views/recovery-instance';
import { jobLogView, jobView, jobsView } from '@/lib/views/jobs';
import { toProblem } from './problem';
import { targetOf } from './target';

/** What an address asks for: its target, and the id in its path. */
interface Asked {
  services: Services;
  target: Target;
  id: string;
}

interface Source {
  action: Action;
  view: (asked: Asked) => Promise<object>;
  /** Whether the id in the path is that of a job, whose log is read as long as somebody looks. */
  ofJob?: true;
}

/** Every address of the API whose answer can be followed. */
const SOURCES = {
  '/api/fleet': {
    action: 'recovery-instances:read',
    view: ({ target, services }) => fleetRowsView(target, services.clock),
  },
  '/api/recovery-instances': {
    action: 'recovery-instances:read',
    view: ({ target, services }) => fleetView(target, services.clock),
  },
  '/api/recovery-instances/:id': {
    action: 'recovery-instances:read',
    view: ({ target, services, id }) => recoveryInstanceView(target, services.clock, id),
  },
  '/api/jobs': { action: 'jobs:read', view: ({ target }) => jobsView(target) },
  '/api/jobs/:id': {
    action: 'jobs:read',
    view: ({ target, id }) => jobView(target, id),
    ofJob: true,
  },
  '/api/jobs/:id/log': {
    action: 'jobs:read',
    view: ({ target, id }) => jobLogView(target, id),
    ofJob: true,
  },
} satisfies Record<string, Source>;

/** An address whose answer can be followed; ":id" stands for what varies. */
export type Followable = keyof typeof SOURCES;

/** The action that asking for the address requires, whether once or to follow it. */
export const actionOf = (address: Followable): Action => SOURCES[address].action;

/** The base against which an address without a host is parsed. */
const BASE = 'http://homeward';

/**
 * The feed of an address of the API, such as "/api/jobs?target=eu-west-1". Throws a ProblemError when there is
 * none, or when whoever asks may not have it.
 */
export function feedOf(address: string, services: Services): Feed {
  if (!URL.canParse(address, BASE)) refuse(address);
  const { pathname, href: url } = new URL(address, BASE);
  const [source, id] = find(pathname) ?? refuse(address);
  authorise(source.action, services.config);
  const target = targetOf({ url }, services);
  return services.feeds.open(toTopic(pathname, source, { services, target, id }));
}

function toTopic(pathname: string, { view, ofJob }: Source, asked: Asked): Topic {
  const { target, id } = asked;
  return {
    name: `${pathname}?target=${encodeURIComponent(target.name)}`,
    view: () => view(asked),
    toProblem,
    subscribe: (onChange) => {
      const leave = target.watch.addViewer(ofJob ? id : undefined);
      const stop = target.watch.onChange(onChange);
      return () => {
        stop();
        leave();
      };
    },
  };
}

function find(pathname: string): [source: Source, id: string] | undefined {
  const parts = pathname.split('/');
  for (const [pattern, source] of Object.entries(SOURCES)) {
    const names = pattern.split('/');
    const fits = names.every((name, place) => name === ':id' || name === parts[place]);
    if (fits && names.length === parts.length) {
      return [source, parts[names.indexOf(':id')] ?? ''];
    }
  }
  return undefined;
}

function refuse(address: string): never {
  throw refusal({
    status: 400,
    code: 'unknown-topic',
    title: 'This address cannot be followed',
    detail: `"${address}" is no address whose answer is kept up to date. ${Object.keys(SOURCES).join(', ')} are, each with ?target=.`,
  });
}
