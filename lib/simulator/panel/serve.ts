import { readFile } from 'node:fs/promises';
import type { Answer } from '../http/answer';

const TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

const FILES = [
  'panel.css',
  'panel.js',
  'api.js',
  'dom.js',
  'events.js',
  'faults.js',
  'record.js',
  'servers.js',
  'time.js',
];

/** A file of the control panel by its name in the address, "" for the page; undefined when there is none. */
export async function panelFile(name: string): Promise<Answer | undefined> {
  const file = name === '' ? 'index.html' : FILES.find((known) => known === name);
  if (file === undefined) return undefined;
  const type = TYPES[file.split('.').at(-1) as keyof typeof TYPES];
  return {
    status: 200,
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': 'no-store',
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
    body: await readFile(new URL(`page/${file}`, import.meta.url), 'utf8'),
  };
}
