import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'docs/api.md'), 'utf8');

/** Where the problems of the API are made. */
const FOLDERS = [
  'app/api',
  'lib/drs',
  'lib/http',
  'lib/launch',
  'lib/store',
  'lib/targets',
  'lib/views',
  'lib/watch',
];

/** Why a call was not made, in the history of a launch: no answer carries it. */
const NEVER_ANSWERED = ['not-sent'];

const filesIn = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file));

describe('the page of the API', () => {
  it('lists every address', () => {
    const addresses = filesIn('app/api')
      .filter((file) => path.basename(file) === 'route.ts' && !file.includes('...'))
      .map((file) => `/${path.dirname(file).slice('app/'.length)}`)
      .map((address) => address.replace('[number]', 'N').replace(/\[\w+\]/, 'ID'));
    const listed = [...page.matchAll(/^\| `(?:GET|POST) (\S+)`/gm)].map(([, address]) => address);
    expect(new Set(listed)).toEqual(new Set(addresses));
  });

  it('lists every code of a problem', () => {
    const made = FOLDERS.flatMap(filesIn)
      .map((file) => readFileSync(path.join(root, file), 'utf8'))
      .flatMap((text) => [...text.matchAll(/\bcode: '([a-z-]+)'/g)].map(([, code]) => code));
    const listed = [...page.matchAll(/^\| \d{3} +\| `([a-z-]+)`/gm)].map(([, code]) => code);
    const inProse = ['internal-error', 'ending'];
    expect([...listed, ...inProse].toSorted()).toEqual(
      [...new Set(made)].filter((code) => !NEVER_ANSWERED.includes(code ?? '')).toSorted(),
    );
  });
});
