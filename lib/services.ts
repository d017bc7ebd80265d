import pino from 'pino';
import { type Config, parseConfig } from './config';
import { refusal } from './contract/problem-error';
import type { LaunchContext } from './launch/context';
import { recoverLaunches } from './launch/recover';
import { openStore } from './store/open';
import type { Store } from './store/schema';
import { openTarget } from './targets/target';
import { Targets } from './targets/targets';
import { systemClock } from './time';
import { Feeds } from './watch/feeds';

export interface Services extends LaunchContext {
  logger: pino.Logger;
  /** The answers that are kept up to date for whoever follows them. */
  feeds: Feeds;
}

// instrumentation.ts, handlers and pages are bundled apart and share no module; this object they do share.
const holder = globalThis as { homewardServices?: Services };

/** Everything the server works with, made once for the process. Throws when the settings are wrong. */
export function services(): Services {
  holder.homewardServices ??= makeServices(parseConfig(process.env));
  return holder.homewardServices;
}

/** Makes the services of one configuration; tests make their own. */
export function makeServices(config: Config): Services {
  let opening: Promise<Store> | undefined;
  return {
    config,
    targets: new Targets(config.targets.map((target) => openTarget(target, config, systemClock))),
    clock: systemClock,
    feeds: new Feeds(systemClock),
    logger: pino({ level: process.env.LOG_LEVEL || 'info' }),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
    store: () => {
      opening ??= openStore(config.dataFolder).catch((error: unknown) => {
        opening = undefined;
        throw storeUnavailable(error);
      });
      return opening;
    },
  };
}

/** Puts other services in the place of the process's own; for tests of handlers. */
export function replaceServices(replacement: Services) {
  holder.homewardServices = replacement;
}

/** Called once when the server starts: takes up what an earlier process left open, and begins to watch. */
export function start() {
  const started = services();
  for (const { watch } of started.targets.all()) watch.start();
  process.once('SIGTERM', () => stop(started));
  process.once('SIGINT', () => stop(started));
  recoverLaunches(started).catch((error: unknown) => {
    started.logger.error({ error: String(error) }, 'launches could not be taken up');
  });
}

/** How long an ending process waits for its connections, in milliseconds. */
const PATIENCE = 2_000;

/** Ends the watching and every stream: an open stream would keep the server from ending. */
function stop({ targets, feeds }: Services) {
  for (const { watch } of targets.all()) watch.stop();
  feeds.close();
  // Next exits once its connections have ended; whoever keeps one open does not keep us.
  setTimeout(() => process.exit(0), PATIENCE).unref();
}

function storeUnavailable(cause: unknown) {
  return refusal({
    status: 503,
    code: 'store-unavailable',
    title: 'The store of Homeward cannot be used',
    detail: `Nothing is launched while launches cannot be recorded. Check the data folder (${codeOf(cause)}).`,
  });
}

/** A code such as ENOSPC tells the cause without telling where the folder is. */
function codeOf(cause: unknown): string {
  const { code } = cause as { code?: unknown };
  return typeof code === 'string' ? code : 'cause unknown';
}
