import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VARIABLES, parseConfig } from './config';

describe('the settings', () => {
  it('need the Region only', () => {
    expect(parseConfig({ AWS_REGION: 'eu-west-1' })).toMatchObject({
      targets: [{ name: 'eu-west-1', region: 'eu-west-1', serversPerJob: 100 }],
      allowedHosts: ['127.0.0.1', 'localhost', '[::1]'],
      operator: 'Local operator',
    });
  });

  it.each(['console.example:8443', 'https://console.example', '::1', 'console.example/', 'a b'])(
    'refuse the allowed host "%s", which no request would ever name',
    (host) => {
      const given = { AWS_REGION: 'eu-west-1', HOMEWARD_ALLOWED_HOSTS: `localhost, ${host}` };
      expect(() => parseConfig(given)).toThrow(
        `HOMEWARD_ALLOWED_HOSTS lists "${host}"; write host names alone`,
      );
    },
  );

  it('take names, IPv4 and bracketed IPv6 addresses as allowed hosts', () => {
    const HOMEWARD_ALLOWED_HOSTS = 'Console.Example, 10.0.0.7, [fd00::7],';
    const { allowedHosts } = parseConfig({ AWS_REGION: 'eu-west-1', HOMEWARD_ALLOWED_HOSTS });
    expect(allowedHosts).toEqual(['console.example', '10.0.0.7', '[fd00::7]']);
  });

  it('treat an empty variable as absent', () => {
    expect(parseConfig({ AWS_REGION: 'eu-west-1', HOMEWARD_TARGET: '' }).targets[0]?.name).toBe(
      'eu-west-1',
    );
  });

  it.each(['us-gov-west-1', 'ap-southeast-4', 'cn-north-1'])('know %s as a Region', (region) => {
    expect(parseConfig({ AWS_REGION: region }).targets[0]?.region).toBe(region);
  });

  it('draw the lines of readiness where the operator wants them', () => {
    const { thresholds } = parseConfig({
      AWS_REGION: 'eu-west-1',
      HOMEWARD_LAG_CAUTION_SECONDS: '30',
      HOMEWARD_LAG_BLOCKED_SECONDS: '900',
      HOMEWARD_BACKLOG_CAUTION_MIB: '512',
    }).targets[0] ?? { thresholds: undefined };
    expect(thresholds).toEqual({
      lagCautionSeconds: 30,
      lagBlockedSeconds: 900,
      backlogCautionBytes: 512 * 2 ** 20,
      backlogBlockedBytes: null,
      silenceSeconds: 300,
      initiationSeconds: 900,
    });
  });

  it('draw the lines of a target where the file wants them, else where the variables do', () => {
    const text = `
targets:
  - name: strict
    region: eu-west-1
    thresholds: { lagBlockedSeconds: 300, backlogCautionMiB: 0 }
  - name: usual
    region: us-east-1
`;
    const { targets } = parseConfig(
      { HOMEWARD_TARGETS_FILE: 'targets.yaml', HOMEWARD_LAG_BLOCKED_SECONDS: '900' },
      () => text,
    );
    expect(targets.map(({ thresholds }) => thresholds)).toEqual([
      expect.objectContaining({
        lagCautionSeconds: 60,
        lagBlockedSeconds: 300,
        backlogCautionBytes: 0,
      }),
      expect.objectContaining({
        lagCautionSeconds: 60,
        lagBlockedSeconds: 900,
        backlogCautionBytes: 2 ** 30,
      }),
    ]);
  });

  it('name every variable that is wrong', () => {
    expect(() =>
      parseConfig({ HOMEWARD_SERVERS_PER_JOB: '201', HOMEWARD_SIMULATOR_URL: 'simulator' }),
    ).toThrow(
      /AWS_REGION is not set.*HOMEWARD_SIMULATOR_URL must be an address.*HOMEWARD_SERVERS_PER_JOB must be at most 200/,
    );
  });

  it('may list several targets in a file', () => {
    const text =
      'targets:\n  - name: a\n    region: eu-west-1\n  - name: b\n    region: eu-west-2\n';
    const { targets } = parseConfig(
      { HOMEWARD_TARGETS_FILE: '/etc/targets.yaml', HOMEWARD_SERVERS_PER_JOB: '40' },
      () => text,
    );
    expect(targets.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(targets[1]).toMatchObject({ region: 'eu-west-2', serversPerJob: 40 });
  });

  it('name the line of a file that is wrong, and the file that is not there', () => {
    const file = { HOMEWARD_TARGETS_FILE: '/etc/targets.yaml' };
    expect(() => parseConfig(file, () => 'targets:\n  - name: a\n')).toThrow(
      'Homeward cannot start: targets.yaml:2: region is not set',
    );
    expect(() => parseConfig({ HOMEWARD_TARGETS_FILE: '/nowhere/targets.yaml' })).toThrow(
      'HOMEWARD_TARGETS_FILE names /nowhere/targets.yaml, which cannot be read (ENOENT).',
    );
  });

  it('do not describe a target in the file and in variables at once', () => {
    const both = { HOMEWARD_TARGETS_FILE: '/etc/targets.yaml', HOMEWARD_TARGET: 'production' };
    expect(() => parseConfig(both, () => '')).toThrow('HOMEWARD_TARGET describes a sole target');
  });

  it('refuse a level of the log that there is not', () => {
    expect(() => parseConfig({ AWS_REGION: 'eu-west-1', LOG_LEVEL: 'verbose' })).toThrow(
      'Homeward cannot start: LOG_LEVEL must be one of debug, info, warn, error, fatal, silent.',
    );
  });
});

describe('the pages about the settings', () => {
  /** The variables in the tables of a page, each with its default where that is a value. */
  function tablesIn(page: string): [variable: string, value: string | undefined][] {
    const text = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8');
    const rows = text.matchAll(/^\| (`[A-Z].*?`) +\| .* \| (.*?) *\|$/gm);
    return [...rows].flatMap(([, names = '', defaults = '']) => {
      const values = codeIn(defaults);
      return codeIn(names).map((name, index) => [name, values[index]] as [string, string]);
    });
  }
  const codeIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  const namesOn = (page: string) => tablesIn(page).map(([name]) => name);

  /** These are for the process around the console, which listens. */
  const elsewhere = ['PORT', 'HOST'];

  it('list each of them once in docs/settings.md, and some in the README', () => {
    const all = namesOn('docs/settings.md');
    expect(all.toSorted()).toEqual([...VARIABLES, ...elsewhere].toSorted());
    expect(namesOn('README.md').length).toBeGreaterThan(4);
    expect(all).toEqual(expect.arrayContaining(namesOn('README.md')));
  });

  it.each(['docs/settings.md', 'README.md'])('tell in %s what holds when none is given', (page) => {
    const config = (more = {}) => JSON.stringify(parseConfig({ AWS_REGION: 'eu-west-1', ...more }));
    const untrue = tablesIn(page)
      .filter(([, value]) => value !== undefined)
      .filter(([name, value]) => config({ [name]: value }) !== config());
    expect(untrue).toEqual([]);
  });
});
