import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** Folders from the most specific to the least, each with the folders of ours that it may import. */
const mayImport: [folder: string, allowed: string[]][] = [
  ['lib/contract', ['lib/contract']],
  ['lib/readiness', ['lib/readiness', 'lib/contract', 'lib/format', 'lib/time']],
  ['lib/outcome', ['lib/outcome', 'lib/contract', 'lib/format', 'lib/time']],
  ['lib/fleet-codec', ['lib/fleet-codec', 'lib/contract']],
  ['lib/fleet', ['lib/fleet', 'lib/fleet-codec', 'lib/contract', 'lib/format', 'lib/readiness']],
  ['lib/launch/plan', ['lib/launch', 'lib/contract', 'lib/readiness']],
  ['lib/simulator', ['lib/simulator', 'lib/time']],
  ['lib/format', ['lib/contract']],
  ['lib/patch', ['lib/patch', 'lib/contract']],
  ['lib/time', []],
  ['lib/chunk', []],
  ['lib/checkpoints', []],
  ['lib/paths', []],
  ['lib/config', ['lib/config', 'lib/checkpoints', 'lib/contract']],
  ['lib/drs', ['lib/drs', 'lib/chunk', 'lib/contract', 'lib/config', 'lib/time']],
  ['lib/store/testing', ['lib/store', 'lib/contract', 'scripts/ports']],
  [
    'lib/store',
    ['lib/store', 'lib/chunk', 'lib/checkpoints', 'lib/contract', 'lib/config', 'lib/time'],
  ],
  ['lib/access', ['lib/access', 'lib/contract', 'lib/store', 'lib/config', 'lib/time']],
  ['lib/feed', ['lib/feed', 'lib/patch', 'lib/contract', 'lib/time']],
  [
    'lib/watch',
    [
      'lib/watch',
      'lib/chunk',
      'lib/drs',
      'lib/store',
      'lib/outcome',
      'lib/readiness',
      'lib/contract',
      'lib/config',
      'lib/format',
      'lib/time',
    ],
  ],
  [
    'lib/views',
    [
      'lib/views',
      'lib/watch',
      'lib/store',
      'lib/outcome',
      'lib/readiness',
      'lib/fleet',
      'lib/fleet-codec',
      'lib/contract',
      'lib/config',
      'lib/format',
      'lib/time',
    ],
  ],
  [
    'lib/targets',
    ['lib/targets', 'lib/watch', 'lib/drs', 'lib/contract', 'lib/config', 'lib/time'],
  ],
  ['lib/launch/testing', ['lib/launch', 'lib/services', 'lib/store', 'lib/contract', 'lib/config']],
  [
    'lib/launch',
    [
      'lib/checkpoints',
      'lib/launch',
      'lib/targets',
      'lib/views',
      'lib/watch',
      'lib/drs',
      'lib/store',
      'lib/outcome',
      'lib/readiness',
      'lib/access',
      'lib/contract',
      'lib/config',
      'lib/time',
      'lib/format',
    ],
  ],
  [
    'lib/http',
    [
      'lib/http',
      'lib/services',
      'lib/targets',
      'lib/launch',
      'lib/feed',
      'lib/views',
      'lib/access',
      'lib/contract',
      'lib/config',
    ],
  ],
  [
    'lib/queries',
    [
      'lib/queries',
      'lib/contract',
      'lib/patch',
      'lib/fleet',
      'lib/format',
      'lib/paths',
      'lib/outcome',
      'lib/readiness',
    ],
  ],
  ['components/ui', ['components/ui', 'lib/format', 'lib/contract', 'lib/time']],
  [
    'components',
    [
      'components',
      'lib/queries',
      'lib/contract',
      'lib/fleet',
      'lib/readiness',
      'lib/outcome',
      'lib/launch/plan',
      'lib/format',
      'lib/paths',
      'lib/time',
    ],
  ],
  [
    'app/api',
    [
      'app/api',
      'lib/http',
      'lib/services',
      'lib/launch',
      'lib/views',
      'lib/targets',
      'lib/contract',
      'lib/config',
    ],
  ],
  // The layout tells the pages which targets there are, so it looks at the services.
  [
    'app',
    [
      'app',
      'components',
      'lib/queries',
      'lib/contract',
      'lib/format',
      'lib/paths',
      'lib/services',
      'lib/targets',
    ],
  ],
  // These put the parts together, so they may know all of them but the simulator, which is kept out below.
  ['lib/services', ['lib']],
  ['lib/testing', ['lib/testing', 'lib/services']],
  ['proxy.ts', ['lib/http', 'lib/config']],
  ['instrumentation.ts', ['lib/http', 'lib/services']],
];

const sources = ['app', 'components', 'lib', 'proxy.ts', 'instrumentation.ts']
  .flatMap(filesUnder)
  .filter((file) => /\.tsx?$/.test(file))
  .filter((file) => !/\.test\.tsx?$/.test(file));

describe('the house', () => {
  it('has sources to look at', () => {
    expect(sources.length).toBeGreaterThan(30);
  });

  it.each(sources)('%s imports in the agreed direction', (file) => {
    const allowed = mayImport.find(([folder]) => isInside(file, folder))?.[1];
    expect(allowed, 'the table above has a row for the file').toBeDefined();
    const strays = importsOf(file)
      .map((specifier) => resolveOurs(file, specifier))
      .filter((target) => target !== undefined)
      .filter((target) => !allowed?.some((folder) => isInside(target, folder)));
    expect(strays).toEqual([]);
  });

  it('imports the AWS SDK in lib/drs alone', () => {
    // The simulator is held to the SDK by a suite, whose helpers are part of the test.
    const importers = sources
      .filter((file) => !isInside(file, 'lib/simulator/conformance'))
      .filter((file) => importsOf(file).some((specifier) => specifier.startsWith('@aws-sdk/')));
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((file) => !isInside(file, 'lib/drs'))).toEqual([]);
  });

  it('keeps the simulator out of the console', () => {
    const importers = sources
      .filter((file) => !isInside(file, 'lib/simulator'))
      .filter((file) =>
        importsOf(file).some((specifier) =>
          isInside(resolveOurs(file, specifier) ?? '', 'lib/simulator'),
        ),
      );
    expect(importers).toEqual([]);
  });

  it('lets only lib/queries call fetch in the browser', () => {
    const callers = sources
      .filter((file) => isInside(file, 'components') || /^app\/(?!api\/)/.test(file))
      .filter((file) => /\bfetch\(/.test(read(file)));
    expect(callers).toEqual([]);
  });

  it('names no registry in the lock file', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved":/);
  });

  it('pins every dependency exactly', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});

function read(file: string) {
  return readFileSync(path.join(root, file), 'utf8');
}

function filesUnder(entry: string): string[] {
  if (/\.\w+$/.test(entry)) return [entry];
  return readdirSync(path.join(root, entry), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.relative(root, path.join(item.parentPath, item.name)));
}

function isInside(file: string, folder: string) {
  return file === folder || file.startsWith(`${folder}/`) || file.startsWith(`${folder}.`);
}

function importsOf(file: string) {
  return [...read(file).matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
}

/** The path from the root of an import that leads to a file of ours; undefined for a package. */
function resolveOurs(file: string, specifier: string) {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  if (specifier.startsWith('.')) return path.join(path.dirname(file), specifier);
  return undefined;
}
