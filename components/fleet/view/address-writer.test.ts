import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AddressWriter } from './address-writer';

const replaceState = vi.fn<History['replaceState']>();
const browser = Object.assign(new EventTarget(), {
  history: { replaceState },
  location: { pathname: '/' },
});
const addresses = () => replaceState.mock.calls.map(([, , address]) => address);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', browser);
  replaceState.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the address of a view', () => {
  it('is written once for several keys, after the last', () => {
    const writer = new AddressWriter();
    writer.write('search=e');
    vi.advanceTimersByTime(200);
    writer.write('search=er');
    vi.advanceTimersByTime(200);
    expect(addresses()).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(addresses()).toEqual(['?search=er']);
  });

  it('is written at once, and only once, when somebody may be about to leave', () => {
    const writer = new AddressWriter();
    const stop = writer.follow();
    writer.write('search=erp');
    browser.dispatchEvent(new Event('pointerdown'));
    expect(addresses()).toEqual(['?search=erp']);
    vi.advanceTimersByTime(1_000);
    browser.dispatchEvent(new Event('focusout'));
    expect(addresses()).toHaveLength(1);
    stop();
  });

  it('has no query for the usual view', () => {
    const writer = new AddressWriter();
    writer.write('');
    vi.runAllTimers();
    expect(addresses()).toEqual(['/']);
  });

  it('is told once it is written', () => {
    const onWritten = vi.fn<(query: string) => void>();
    const writer = new AddressWriter();
    const stop = writer.follow(onWritten);
    writer.write('search=er');
    expect(onWritten).not.toHaveBeenCalled();
    writer.write('search=erp');
    vi.runAllTimers();
    expect(onWritten.mock.calls).toEqual([['search=erp']]);
    stop();
  });

  it('is left alone when another view has come by a link, or the page is gone', () => {
    const writer = new AddressWriter();
    const stop = writer.follow();
    writer.write('search=erp');
    writer.forget();
    writer.write('search=erp');
    stop();
    vi.runAllTimers();
    expect(addresses()).toEqual([]);
  });
});
