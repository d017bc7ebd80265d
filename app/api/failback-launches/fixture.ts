const ORIGIN = 'http://127.0.0.1:3000';
const HEADERS = { Host: '127.0.0.1:3000', Origin: ORIGIN };

/** A request for an address of the API, as the console's own page makes it; for tests of handlers. */
export const get = (address: string) => new Request(ORIGIN + address, { headers: HEADERS });

/** A request that does something, with a JSON body unless it needs none. */
export const post = (body?: unknown, key = 'CHG-1', headers: Record<string, string> = {}) =>
  new Request(`${ORIGIN}/api/failback-launches`, {
    method: 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      ...HEADERS,
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      ...headers,
    },
  });

/** The parameters of a route, as Next gives them to its handler. */
export const at = (params: Record<string, string> = {}) => ({ params: Promise.resolve(params) });

/** The JSON of an answer. */
export const bodyOf = async <Body>(response: Response | Promise<Response>) =>
  (await (await response).json()) as Body;
