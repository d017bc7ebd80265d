import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fleetColumns, type FleetRow } from '@/lib/contract/fleet';
import { decodeFleet, encodeFleet } from './columns';

const text = fc.string({ unit: 'binary' });
const seconds = fc.option(fc.integer());

const row = (id: fc.Arbitrary<string>): fc.Arbitrary<FleetRow> =>
  fc.record({
    target: fc.constant('production'),
    recoveryInstanceID: id,
    hostname: text,
    fqdn: text,
    ips: fc.array(fc.ipV4()),
    os: text,
    verdict: fc.constantFrom('ready', 'caution', 'blocked', 'running', 'done'),
    rule: text,
    sentence: text,
    remedy: text,
    failbackState: text,
    replicationState: text,
    replicationError: text,
    originEnvironment: text,
    ec2InstanceState: text,
    isDrill: fc.boolean(),
    lagSeconds: fc.option(fc.nat()),
    backlogBytes: fc.option(fc.maxSafeNat()),
    etaSeconds: seconds,
    unseenSeconds: seconds,
    tags: fc.dictionary(text, text),
  });

/** Over the wire and back. */
function travel(rows: FleetRow[]) {
  const columns = JSON.parse(JSON.stringify(encodeFleet(rows)));
  return decodeFleet(fleetColumns.parse(columns), 'production');
}

describe('the columns of a fleet', () => {
  it.each([
    ['ids of AWS', fc.stringMatching(/^i-0[0-9a-f]{16}$/)],
    ['ids of any length', text],
  ])('give the very rows back, with %s', (_, id) => {
    fc.assert(
      fc.property(fc.array(row(id)), (rows) => {
        expect(travel(rows)).toEqual(rows);
      }),
    );
  });

  it('say a hostname once, not again in its domain and its tags', () => {
    const [any] = fc.sample(row(text), 1);
    if (!any) throw new Error('No row.');
    const rows = ['erp-db-01', 'erp-db-02'].map((hostname) => ({
      ...any,
      hostname,
      fqdn: `${hostname}.corp.example`,
      tags: { Name: hostname, wave: '2' },
    }));
    const columns = encodeFleet(rows);
    expect(columns.texts.fqdn.values).toEqual(['+.corp.example']);
    expect(columns.tags.values).toHaveLength(1);
    expect(gzipSync(JSON.stringify(columns)).length).toBeLessThan(1_000);
  });
});
