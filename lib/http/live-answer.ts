import { jsonText } from './respond';
import type { Act } from './route';
import { type Followable, actionOf, feedOf } from './topics';

/** Answers with what those who follow the address have, too: the same answer with the same sequence. */
export const liveAnswer = (address: Followable): Act => ({
  action: actionOf(address),
  act: async ({ request, services }) => {
    const { pathname, search } = new URL(request.url);
    const { text } = await feedOf(pathname + search, services).newest();
    return jsonText(text);
  },
});
