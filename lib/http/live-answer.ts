import type { Call } from './route';
import { jsonText } from './respond';
import { feedOf } from './topics';

/** Answers with what those who follow the address have, too: the same answer with the same sequence. */
export async function liveAnswer({ request, services }: Call): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  return jsonText(await feedOf(pathname + search, services).text());
}
