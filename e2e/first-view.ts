import type { Page, Response } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { until } from './until';

/** The most JavaScript that the first view of the fleet may load, in kB (1,000 bytes) after gzip. */
export const SCRIPT_LIMIT = 175;

export interface FirstView {
  requests: number;
  /**
   * In kB (1,000 bytes) after gzip, by what the browser takes it for: document, script, stylesheet, font, fetch and others.
   * Fonts count as they are, because they are compressed already.
   */
  kilobytes: Record<string, number>;
}

/**
 * Opens a page and weighs everything that it loads until it asks for nothing more. The stream of events stays open: it
 * is a request without weight, and the last thing that a page of the console asks for.
 */
export async function weighFirstView(
  page: Page,
  url: string,
  { hasStream = true } = {},
): Promise<FirstView> {
  const weights: Promise<{ type: string; bytes: number }>[] = [];
  const pending = new Set<unknown>();
  let requests = 0;
  let streams = 0;
  page.on('request', (request) => {
    requests += 1;
    pending.add(request);
  });
  page.on('requestfailed', (request) => pending.delete(request));
  page.on('requestfinished', (request) => pending.delete(request));
  page.on('response', (response) => {
    if (isStream(response)) {
      streams += 1;
      pending.delete(response.request());
    } else weights.push(weigh(response));
  });
  await page.goto(url);
  const isDone = async () => {
    const before = requests;
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    return pending.size === 0 && requests === before && (streams > 0 || !hasStream);
  };
  await until(isDone, 'the page asks for nothing more', 60_000);
  const kilobytes: Record<string, number> = {};
  for (const { type, bytes } of await Promise.all(weights)) {
    kilobytes[type] = (kilobytes[type] ?? 0) + bytes / 1_000;
  }
  return { requests, kilobytes };
}

const isStream = (response: Response) =>
  (response.headers()['content-type'] ?? '').startsWith('text/event-stream');

async function weigh(response: Response) {
  const type = response.request().resourceType();
  const body = await response.body();
  return { type, bytes: type === 'font' ? body.length : gzipSync(body).length };
}
