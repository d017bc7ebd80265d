import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

/** A page that was just loaded, of the place "rehearsal", and what it asked with. */
async function loadPage(answers: (string | null)[]) {
  const { fetchJSON } = await import('./fetch-json');
  const place = await import('./place');
  const asked: Headers[] = [];
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    asked.push(new Headers(init.headers));
    const named = answers.shift();
    return Response.json({}, { headers: named ? { 'Homeward-Place': named } : {} });
  });
  place.setPlaceOfPage('rehearsal');
  return { fetchJSON, asked, ...place };
}

it('tells every request for which place it is meant', async () => {
  const { fetchJSON, asked } = await loadPage(['rehearsal']);
  await fetchJSON('/api/failback-launches', { method: 'POST', headers: { 'X-Other': 'kept' } });
  expect(asked[0]?.get('Homeward-Place')).toBe('rehearsal');
  expect(asked[0]?.get('X-Other')).toBe('kept');
});

it('notices another place, and does not forget it', async () => {
  const { fetchJSON, hasOtherPlace, onOtherPlace } = await loadPage([
    null,
    'rehearsal',
    'production',
    'rehearsal',
  ]);
  const told = vi.fn<() => void>();
  onOtherPlace(told);
  await fetchJSON('/api/jobs');
  await fetchJSON('/api/jobs');
  expect(hasOtherPlace()).toBe(false);
  await fetchJSON('/api/jobs');
  await fetchJSON('/api/jobs');
  expect(hasOtherPlace()).toBe(true);
  expect(told).toHaveBeenCalledTimes(1);
});
