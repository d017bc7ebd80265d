import type { FleetColumns, FleetRow } from '@/lib/contract/fleet';
import { TEXT_COLUMNS, type TextColumn } from '@/lib/contract/text-columns';
import { fromDictionary, toDictionary } from './dictionary';
import { frontDecode, frontEncode } from './front-coding';
import { fromHostnameRelative, toHostnameRelative } from './hostname-relative';
import { decodeIDs, encodeIDs } from './id-column';

/** Encodes the rows of one target by column. */
export function encodeFleet(rows: readonly FleetRow[]): FleetColumns {
  const textsOf = (column: TextColumn) =>
    toDictionary(rows, column === 'fqdn' ? relativeFqdn : (row) => row[column], (_, text) => text);
  return {
    ids: encodeIDs(rows.map(({ recoveryInstanceID }) => recoveryInstanceID)),
    hostnames: rows.map(({ hostname }) => hostname),
    ips: frontEncode(rows.map(({ ips }) => ips.join(' '))),
    texts: byTextColumn(textsOf),
    tags: toDictionary(rows, tagsKey, relativeTags),
    drills: rows.flatMap(({ isDrill }, index) => (isDrill ? [index] : [])),
    lagSeconds: rows.map(({ lagSeconds }) => lagSeconds),
    backlogBytes: rows.map(({ backlogBytes }) => backlogBytes),
    etaSeconds: rows.map(({ etaSeconds }) => etaSeconds),
    unseenSeconds: rows.map(({ unseenSeconds }) => unseenSeconds),
  };
}

/** Reverses `encodeFleet`. */
export function decodeFleet(columns: FleetColumns, target: string): FleetRow[] {
  const texts = byTextColumn((column) => fromDictionary(columns.texts[column], ''));
  const tags = fromDictionary(columns.tags, []);
  const ips = frontDecode(columns.ips);
  const drills = new Set(columns.drills);
  return decodeIDs(columns.ids).map((recoveryInstanceID, index) => {
    const hostname = columns.hostnames[index] ?? '';
    const text = (column: TextColumn) => texts[column][index] ?? '';
    return {
      target,
      recoveryInstanceID,
      hostname,
      fqdn: fromHostnameRelative(text('fqdn'), hostname),
      ips: ips[index]?.split(' ').filter(Boolean) ?? [],
      os: text('os'),
      verdict: text('verdict') as FleetRow['verdict'],
      rule: text('rule'),
      sentence: text('sentence'),
      remedy: text('remedy'),
      failbackState: text('failbackState'),
      replicationState: text('replicationState'),
      replicationError: text('replicationError'),
      originEnvironment: text('originEnvironment'),
      ec2InstanceState: text('ec2InstanceState'),
      isDrill: drills.has(index),
      lagSeconds: columns.lagSeconds[index] ?? null,
      backlogBytes: columns.backlogBytes[index] ?? null,
      etaSeconds: columns.etaSeconds[index] ?? null,
      unseenSeconds: columns.unseenSeconds[index] ?? null,
      tags: Object.fromEntries(
        (tags[index] ?? []).map(([key, value]) => [key, fromHostnameRelative(value, hostname)]),
      ),
    };
  });
}

const relativeFqdn = ({ fqdn, hostname }: FleetRow) => toHostnameRelative(fqdn, hostname);

const relativeTags = ({ tags, hostname }: FleetRow) =>
  Object.entries(tags).map(([key, value]): [string, string] => [
    key,
    toHostnameRelative(value, hostname),
  ]);

/** Tells the tags of rows apart, relative to their hostnames; with lengths, so that no text can pass for another. */
function tagsKey({ tags, hostname }: FleetRow): string {
  let joined = '';
  // A plain loop: this is asked of every server of a fleet of thousands.
  for (const key in tags) {
    const value = toHostnameRelative(tags[key] ?? '', hostname);
    joined += `${key.length} ${key}${value.length} ${value}`;
  }
  return joined;
}

function byTextColumn<Value>(valueOf: (column: TextColumn) => Value): Record<TextColumn, Value> {
  return Object.fromEntries(TEXT_COLUMNS.map((column) => [column, valueOf(column)])) as Record<
    TextColumn,
    Value
  >;
}
