import { countLaunches, repeatedLaunches } from '../record/effects';
import type { Command } from './command';
import { ControlError } from './control-error';

const FILTERS = ['operation', 'accessKeyID', 'accountID', 'region'] as const;

/** The calls that were received, oldest first; `limit` keeps the newest of them. */
export function listCalls({ simulation, query }: Command) {
  const { items, forgotten } = simulation.state.calls;
  return {
    calls: newest(
      items.filter((call) => matches(call, query)),
      query,
    ),
    forgotten,
  };
}

/** What was changed, and how often each server was launched, whether or not the caller was told. */
export function listEffects({ simulation, query }: Command) {
  const { items, forgotten } = simulation.state.effects;
  const effects = items.filter((effect) => matches(effect, query));
  return {
    launches: countLaunches(effects),
    repeated: repeatedLaunches(effects),
    effects: newest(effects, query),
    forgotten,
  };
}

function newest<Item>(items: Item[], query: URLSearchParams): Item[] {
  const limit = query.get('limit');
  if (limit === null) return items;
  if (!/^\d{1,6}$/.test(limit))
    throw new ControlError(400, `The limit "${limit}" is not a number.`);
  return items.slice(Math.max(0, items.length - Number(limit)));
}

function matches(item: Record<(typeof FILTERS)[number], string>, query: URLSearchParams) {
  return FILTERS.every((name) => (query.get(name) ?? item[name]) === item[name]);
}
