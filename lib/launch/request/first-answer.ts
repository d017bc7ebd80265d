import { rememberAnswer, rememberedAnswer } from '@/lib/store/intent';
import { type StoredLaunch, findLaunch } from '@/lib/store/launches';
import type { Store } from '@/lib/store/schema';
import type { LaunchContext } from '../context';
import type { StartedLaunch } from './start';

/** What a caller was told: a status and a JSON body. */
export interface Answer {
  status: number;
  body: unknown;
}

/** How often a repetition looks whether the first request has its answer, in milliseconds. */
const PAUSE = 100;

/**
 * The first answer that was given to a launch. A repetition waits for it while the first request is being answered;
 * when the process that answered it is gone, the repetition's own answer becomes the first.
 */
export async function firstAnswer(
  context: LaunchContext,
  { launch, isRepetition }: StartedLaunch,
  make: (launch: StoredLaunch) => Promise<Answer>,
): Promise<Answer> {
  const store = await context.store();
  const current = isRepetition ? await untilAnswered(context, store, launch) : launch;
  const remembered = async () => parsed(await rememberedAnswer(store, launch.launchID));
  const earlier = isRepetition ? await remembered() : undefined;
  if (earlier) return earlier;
  const answer = await make(current);
  await rememberAnswer(store, launch.launchID, JSON.stringify(answer));
  return (await remembered()) ?? answer;
}

/** Waits while the first request is being answered; resolves to the launch as it is then. */
async function untilAnswered(
  context: LaunchContext,
  store: Store,
  launch: StoredLaunch,
): Promise<StoredLaunch> {
  const until = context.monotonic() + context.config.drsTimeoutMilliseconds;
  let current = launch;
  while (context.monotonic() < until && isBeingAnswered(current)) {
    if ((await rememberedAnswer(store, launch.launchID)) !== null) break;
    await context.wait(PAUSE);
    current = (await findLaunch(store, launch.launchID)) ?? current;
  }
  return current;
}

const parsed = (answer: string | null) =>
  answer === null ? undefined : (JSON.parse(answer) as Answer);

/** The first request waits for DRS: it has one batch, and that is on its way. */
const isBeingAnswered = ({ batches }: StoredLaunch) =>
  batches.length === 1 && batches.some(({ state }) => state === 'planned' || state === 'sending');
