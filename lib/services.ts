import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { type Config, type TargetConfig, parseConfig } from './config';
import type { LaunchContext } from './launch/context';
import { dispatcherOf } from './launch/queue/dispatcher';
import { warnAboutOrphans } from './launch/orphans';
import { StoreConnection } from './store/connection';
import { placeDigest } from './targets/place-digest';
import { openTarget } from './targets/target';
import { Targets } from './targets/targets';
import { systemClock } from './time';
import { Archive } from './watch/archive';
import { Feeds } from './feed/feeds';
import { targetKey } from './targets/target-key';
import { shareWatch } from './watch/sharing/share';

export interface Services extends LaunchContext {
  logger: pino.Logger;
  /** A digest of the accounts, Regions and endpoints of the targets. */
  place: string;
  /** The answers that are kept up to date for whoever follows them. */
  feeds: Feeds;
  storeConnection: StoreConnection;
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
  const logger = pino({ level: config.logLevel });
  const warn = (event: string, error: unknown) => logger.warn({ error: String(error) }, event);
  const storeConnection = new StoreConnection(config, warn);
  const owner = randomUUID();
  const monotonic = () => performance.now();
  const open = (target: TargetConfig) => {
    const kept = { target: targetKey(target), store: () => storeConnection.get(), warn };
    // One process uses the embedded store; those that share a PostgreSQL have one of them read each target.
    const { archive, sharing } =
      config.databaseURL === undefined
        ? { archive: new Archive(kept) }
        : shareWatch({ ...kept, owner, monotonic });
    return openTarget(target, config, warn, systemClock, archive, sharing);
  };
  return {
    config,
    place: placeDigest(config.targets),
    targets: new Targets(config.targets.map(open)),
    clock: systemClock,
    feeds: new Feeds(systemClock),
    logger,
    storeConnection,
    store: () => storeConnection.get(),
    monotonic,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
    owner,
    dispatchers: new Map(),
    warn,
  };
}

/** Puts other services in the place of the process's own; for tests of handlers. */
export function replaceServices(replacement: Services) {
  holder.homewardServices = replacement;
}

/** Called once when the server starts: from then on it watches, and sends and looks after batches by itself. */
export function start() {
  const started = services();
  for (const target of started.targets.all()) {
    target.watch.start();
    void dispatcherOf(started, target).run();
  }
  void warnAboutOrphans(started);
  process.once('SIGTERM', () => stop(started));
  process.once('SIGINT', () => stop(started));
}

/** How long an ending process waits for its connections, in milliseconds. */
const SHUTDOWN_TIMEOUT = 2_000;

/** Ends the watching and every stream, which would keep the server from ending, and begins no further call. */
function stop({ targets, feeds, dispatchers }: Services) {
  for (const dispatcher of dispatchers.values()) dispatcher.stop();
  for (const { watch } of targets.all()) void watch.stop();
  feeds.close();
  // Next exits once its connections have ended; whoever keeps one open does not keep us.
  setTimeout(() => process.exit(0), SHUTDOWN_TIMEOUT).unref();
}
