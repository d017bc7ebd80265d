import { jsonText } from './respond';
import type { Endpoint } from './route';
import { type Followable, actionOf, feedOf } from './topics';

/** Answers with what those who follow the address have, too: the same answer with the same sequence. */
export const liveAnswer = (address: Followable): Endpoint => ({
  action: actionOf(address),
  handle: async ({ request, services }) => {
    const { pathname, search } = new URL(request.url);
    const { text } = await feedOf(pathname + search, services).newest();
    return jsonText(text);
  },
});
