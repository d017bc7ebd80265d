import { describe, expect, it } from 'vitest';
import { parseTargetsFile } from './targets-file';

const parse = (text: string) => parseTargetsFile(text, 'targets.yaml');

describe('the file of targets', () => {
  it('lists accounts and Regions, each with its role', () => {
    const text = `
# Where production fails back from.
targets:
  - name: production
    region: eu-west-1
    roleArn: arn:aws:iam::123456789012:role/Homeward
    externalId: "4711"
    serversPerJob: 50
  - name: rehearsal
    region: us-east-1
    simulator: http://127.0.0.1:4570
`;
    expect(parse(text)).toEqual([
      {
        name: 'production',
        region: 'eu-west-1',
        roleArn: 'arn:aws:iam::123456789012:role/Homeward',
        externalId: '4711',
        serversPerJob: 50,
      },
      { name: 'rehearsal', region: 'us-east-1', simulator: 'http://127.0.0.1:4570' },
    ]);
  });

  it('may be JSON', () => {
    expect(parse('{ "targets": [{ "name": "a", "region": "eu-west-1" }] }')).toHaveLength(1);
  });

  const one = 'targets:\n  - name: a\n    region: eu-west-1\n';
  it.each([
    ['a wrong Region', 'targets:\n  - name: a\n    region: europe\n', '3: region is not the name'],
    ['an absent Region', 'targets:\n  - name: a\n', '2: region is not set'],
    [
      'an unknown setting',
      `${one}    role: x\n`,
      '4: role is not a setting; the settings are name',
    ],
    ['a wrong role', `${one}    roleArn: Homeward\n`, '4: roleArn must be the ARN of a role'],
    [
      'an unquoted number',
      `${one}    externalId: 4711\n`,
      '4: externalId must be a text; put it in',
    ],
    [
      'an external id alone',
      `${one}    externalId: abc\n`,
      '4: externalId stands without a roleArn',
    ],
    [
      'a name twice',
      `${one}  - name: a\n    region: eu-west-2\n`,
      '4: name is the name of an earlier',
    ],
    [
      'a place twice',
      `${one}  - name: b\n    region: eu-west-1\n`,
      '5: region is watched as "a" already',
    ],
    ['too many servers', `${one}    serversPerJob: 201\n`, '4: serversPerJob must be at most 200'],
    [
      'a wrong threshold',
      `${one}    thresholds:\n      lagCautionSeconds: -1\n`,
      '5: lagCautionSeconds must be a whole number from 0',
    ],
    [
      'a threshold that was left empty',
      `${one}    thresholds:\n      lagBlockedSeconds:\n`,
      '5: lagBlockedSeconds must be a whole number from 0',
    ],
    [
      'an unknown threshold',
      `${one}    thresholds:\n      lag: 60\n`,
      '5: lag is not a setting; the settings are lagCautionSeconds',
    ],
    [
      'thresholds that are none',
      `${one}    thresholds: 60\n`,
      '4: thresholds must be settings with figures',
    ],
    ['an entry that is no target', 'targets:\n  - eu-west-1\n', '2: target 1 '],
    ['no targets', 'targets: []\n', '1: targets must list at least one target'],
    ['an empty file', '', '1: the file '],
    ['broken YAML', 'targets:\n  - name: "a\n', '3: '],
    ['a key twice', `${one}    region: eu-west-2\n`, '4: Map keys must be unique'],
  ])('names the line of %s', (_, text, complaint) => {
    expect(() => parse(text)).toThrow(`targets.yaml:${complaint}`);
  });

  it('tells every mistake at once', () => {
    expect(() => parse('targets:\n  - name: ""\n    region: x\n')).toThrow(
      /:2: name .*\n.*:3: region /,
    );
  });
});
