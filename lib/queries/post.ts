/** Homeward asks DRS before it answers what is posted, and DRS may take its time, in milliseconds. */
const PATIENCE = 60_000;

/** A request that posts JSON, for fetchJSON. */
export function post(body: unknown, headers: Record<string, string> = {}) {
  return {
    method: 'POST',
    patience: PATIENCE,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}
