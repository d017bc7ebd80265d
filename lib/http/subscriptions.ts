import { refusal } from '@/lib/contract/problem-error';
import type { Services } from '@/lib/services';
import type { Subscription } from './event-stream';
import { feedOf } from './topics';

/** A browser follows what its tabs show; nobody looks at more than this. */
const MOST_TOPICS = 100;

/**
 * The topics that a request for events names and the sequence it has of each: `topic` once for each, and the sequences in the
 * same order in Last-Event-ID or `after`. Throws a ProblemError.
 */
export function subscriptionsOf(request: Request, services: Services): Subscription[] {
  if (services.feeds.isClosed) throw ending();
  const query = new URL(request.url).searchParams;
  const topics = [...new Set(query.getAll('topic'))];
  if (topics.length === 0 || topics.length > MOST_TOPICS) throw topicRequired();
  const after = request.headers.get('last-event-id') ?? query.get('after') ?? '';
  const sequences = after.split(',').map(Number);
  return topics.map((topic, index) => ({
    feed: feedOf(topic, services),
    after: sequenceOf(sequences[index]),
  }));
}

/** Anything but a sequence means "nothing yet". */
const sequenceOf = (value = 0) => (Number.isSafeInteger(value) && value > 0 ? value : 0);

const topicRequired = () =>
  refusal({
    status: 400,
    code: 'topic-required',
    title: 'Topic required',
    detail: `Name 1 to ${MOST_TOPICS} addresses of this API, each as a parameter such as topic=/api/jobs?target=eu-west-1, with the name percent-encoded.`,
  });

const ending = () =>
  refusal({
    status: 503,
    code: 'ending',
    title: 'Homeward is ending',
    detail: 'This process takes no new streams. Connect again in a moment.',
    retryAfterSeconds: 1,
  });
