import { VERDICTS } from './verdicts';
import { columnOf } from './columns';
import { FACETS, facetOf, tagFacet, tagOf } from './facets';
import { type Filters, type FleetView, type SortTerm, USUAL_SORT } from './fleet-view';
import { escapeKey, unescapeKey } from './tag-keys';

export interface ParsedView {
  view: FleetView;
  /** Sentences about what the address asks for and the fleet does not know. */
  complaints: readonly string[];
}

/** What is shown when an address names no columns. */
export interface ColumnDefaults {
  /** For an address with any query: a link opens the same columns for everybody. */
  usual: readonly string[];
  /** For an address without a query: what this browser showed last, if anybody chose it. */
  remembered: readonly string[] | undefined;
}

/**
 * Reads a view from the query of an address, such as
 * `readiness=ready&origin=ON_PREMISES&tag=wave=2&sort=-lag,name`. Complaints say what it does not know.
 */
export function parseView(query: URLSearchParams, defaults: ColumnDefaults): ParsedView {
  const complaints: string[] = [];
  const known = <Key extends string>(keys: Key[], isKnown: (key: Key) => boolean, what: string) =>
    keys.filter((key) => {
      if (isKnown(key)) return true;
      complaints.push(`${what} “${key}”, which the fleet does not know.`);
      return false;
    });

  known([...new Set(query.keys())], (key) => PARAMETERS.has(key), 'The link asks for');
  const sort = listIn(query, 'sort').map(toSortTerm);
  const sortKeys = known(
    sort.map(({ key }) => key),
    (key) => columnOf(key) !== undefined,
    'The link sorts by',
  );
  const columns = known(
    listIn(query, 'columns'),
    (key) => columnOf(key) !== undefined,
    'The link shows the column',
  );
  const [group] = known(
    query.getAll('group').slice(0, 1),
    (key) => facetOf(key) !== undefined,
    'The link groups by',
  );
  for (const verdict of query.getAll('readiness')) {
    if (VERDICTS.some((each) => each === verdict)) continue;
    complaints.push(`“${verdict}” is no readiness; there are ${VERDICTS.join(', ')}.`);
  }
  return {
    view: {
      search: query.get('search') ?? '',
      filters: filtersIn(query),
      sort: sortKeys.length > 0 ? sort.filter(({ key }) => sortKeys.includes(key)) : USUAL_SORT,
      columns: columns.length > 0 ? withName(columns) : defaultColumns(query, defaults),
      group,
      unknown: [...query].filter(([key]) => !PARAMETERS.has(key)),
    },
    complaints,
  };
}

/** The query of the address that shows this view; empty for the usual one. */
export function formatView(view: FleetView, defaults: ColumnDefaults): string {
  const query = queryWithoutColumns(view);
  const columns = view.columns.join();
  if (columns !== defaultColumns(query, defaults).join()) query.set('columns', columns);
  return query.toString();
}

/** The query that shows this view, columns included, in every browser. */
export function formatLink(view: FleetView): string {
  const query = queryWithoutColumns(view);
  query.set('columns', view.columns.join());
  return query.toString();
}

function queryWithoutColumns(view: FleetView): URLSearchParams {
  const query = new URLSearchParams(view.unknown.map(([key, value]) => [key, value]));
  if (view.search) query.set('search', view.search);
  for (const [key, values] of view.filters) {
    const tag = tagOf(key);
    for (const value of values) {
      if (tag === undefined) query.append(key, value);
      else query.append('tag', `${escapeKey(tag)}=${value}`);
    }
  }
  const sort = view.sort.map(({ key, descending }) => `${descending ? '-' : ''}${key}`).join();
  if (sort !== 'name') query.set('sort', sort);
  if (view.group) query.set('group', view.group);
  return query;
}

function defaultColumns(query: URLSearchParams, { usual, remembered }: ColumnDefaults) {
  return query.toString() === '' ? (remembered ?? usual) : usual;
}

const PARAMETERS = new Set([
  'search',
  'tag',
  'sort',
  'columns',
  'group',
  ...FACETS.map(({ key }) => key),
]);

function filtersIn(query: URLSearchParams): Filters {
  const filters = new Map<string, string[]>();
  const want = (key: string, value: string) => {
    const wanted = filters.get(key) ?? [];
    if (!wanted.includes(value)) filters.set(key, [...wanted, value]);
  };
  for (const { key } of FACETS) for (const value of query.getAll(key)) want(key, value);
  for (const text of query.getAll('tag')) {
    const end = text.indexOf('=');
    const tag = unescapeKey(end < 0 ? text : text.slice(0, end));
    want(tagFacet(tag).key, end < 0 ? '' : text.slice(end + 1));
  }
  return filters;
}

function listIn(query: URLSearchParams, key: string): string[] {
  return (query.get(key) ?? '').split(',').filter(Boolean);
}

function toSortTerm(text: string): SortTerm {
  return { key: text.replace(/^-/, ''), descending: text.startsWith('-') };
}

/** Adds the name, without which rows could not be told apart. */
function withName(columns: readonly string[]): readonly string[] {
  return columns.includes('name') ? columns : ['name', ...columns];
}
