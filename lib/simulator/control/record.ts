import { countLaunches } from '../effects';
import type { Command } from './command';

const FILTERS = ['operation', 'accessKeyID', 'accountID', 'region'] as const;

/** The calls that were received, oldest first; `limit` keeps the newest of them. */
export function listCalls({ simulation: { calls }, query }: Command) {
  const limit = Number(query.get('limit') ?? Infinity);
  const chosen = calls.items.filter((call) => matches(call, query));
  return { calls: limit > 0 ? chosen.slice(-limit) : [], forgotten: calls.forgotten };
}

/** What was changed, and how often each server was launched, whether or not the caller was told. */
export function listEffects({ simulation, query }: Command) {
  const effects = simulation.effects.items.filter((effect) => matches(effect, query));
  return {
    launches: countLaunches(effects),
    effects,
    forgotten: simulation.effects.forgotten,
  };
}

function matches(item: Record<(typeof FILTERS)[number], string>, query: URLSearchParams) {
  return FILTERS.every((name) => (query.get(name) ?? item[name]) === item[name]);
}
