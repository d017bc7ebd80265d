import type { FleetRow } from '@/lib/contract/fleet';
import {
  VERDICT_LABELS,
  launchStateLabel,
  originLabel,
  replicationLabel,
} from '@/lib/readiness/labels';
import { lookUp } from '@/lib/readiness/look-up';
import { escapeKey, unescapeKey } from './tag-keys';

/** A property by which servers are counted, filtered and grouped. */
export interface Facet {
  /** Its name in an address: "origin", or "tag:wave" for a tag. */
  key: string;
  label: string;
  /** Undefined for a server without a value, such as one that does not carry the tag. */
  valueOf: (row: FleetRow) => string | undefined;
  labelOf: (value: string) => string;
}

const asItIs = (value: string) => value || '–';

export const READINESS: Facet = {
  key: 'readiness',
  label: 'Readiness',
  valueOf: ({ verdict }) => verdict,
  labelOf: (value) => lookUp(VERDICT_LABELS, value) ?? value,
};

/** Every facet except those of tags. */
export const FACETS: readonly Facet[] = [
  READINESS,
  {
    key: 'state',
    label: 'Launch state',
    valueOf: ({ failbackState }) => failbackState,
    labelOf: launchStateLabel,
  },
  {
    key: 'replication',
    label: 'Replication',
    valueOf: ({ replicationState }) => replicationState,
    labelOf: replicationLabel,
  },
  {
    key: 'origin',
    label: 'Origin',
    valueOf: ({ originEnvironment }) => originEnvironment,
    labelOf: originLabel,
  },
  { key: 'target', label: 'Target', valueOf: ({ target }) => target, labelOf: asItIs },
  { key: 'os', label: 'System', valueOf: ({ os }) => os, labelOf: asItIs },
];

const TAG = 'tag:';

/** The facet of a tag key. */
export function tagFacet(tag: string): Facet {
  return {
    key: TAG + escapeKey(tag),
    label: `Tag ${tag}`,
    valueOf: ({ tags }) => (Object.hasOwn(tags, tag) ? tags[tag] : undefined),
    labelOf: (value) => value || '(empty)',
  };
}

/** The facet of that name; undefined when there is none. */
export function facetOf(key: string): Facet | undefined {
  if (key.startsWith(TAG)) return tagFacet(unescapeKey(key.slice(TAG.length)));
  return FACETS.find((facet) => facet.key === key);
}

/** The tag key in the name of a facet; undefined for other facets. */
export function tagOf(key: string): string | undefined {
  return key.startsWith(TAG) ? unescapeKey(key.slice(TAG.length)) : undefined;
}
