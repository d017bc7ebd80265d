import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { describeProblem, refusal } from '@/lib/contract/problem-error';
import { catchUp, takeEvent, wantedPositions } from './live-cache';
import { live } from './live-query';

const address = '/api/jobs?target=t';
const PROBLEM = { status: 502, code: 'x', title: 'x', detail: 'x' };

let client: QueryClient;
let answer: object | undefined;
let asked: number;
let problem: typeof PROBLEM;
let stop: () => void;

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  answer = { sequence: 5, jobs: [] };
  asked = 0;
  problem = PROBLEM;
});
afterEach(() => {
  stop();
  client.clear();
});

const options = () => ({
  queryKey: ['jobs', 't'],
  queryFn: async () => {
    asked += 1;
    if (!answer) throw refusal(problem);
    return answer;
  },
  ...live(address),
});

async function show() {
  stop = new QueryObserver(client, options()).subscribe(() => undefined);
  await vi.waitFor(() => expect(client.isFetching()).toBe(0));
}

const shown = () => client.getQueryData(['jobs', 't']);

it('wants what is shown, from the sequence that is had, and nothing else', async () => {
  client.setQueryData(['jobs', 'hidden'], { sequence: 1 });
  await show();
  expect([...wantedPositions(client)]).toEqual([[address, 5]]);
  stop();
  expect(wantedPositions(client).size).toBe(0);
});

it('wants everything of what could not be read', async () => {
  answer = undefined;
  await show();
  expect([...wantedPositions(client)]).toEqual([[address, 0]]);
});

it('wants nothing of what does not exist', async () => {
  answer = undefined;
  problem = { ...PROBLEM, status: 404 };
  await show();
  expect(wantedPositions(client).size).toBe(0);
});

it('writes events to the query that shows them', async () => {
  await show();
  takeEvent(client, { kind: 'snapshot', topic: address, sequence: 6, answer: { jobs: ['new'] } });
  expect(shown()).toEqual({ sequence: 6, jobs: ['new'] });
  takeEvent(client, { kind: 'snapshot', topic: '/api/other', sequence: 9, answer: {} });
  expect(shown()).toMatchObject({ sequence: 6 });
});

it('lets no older answer of a mutation or a refetch overwrite a newer one', async () => {
  await show();
  takeEvent(client, { kind: 'snapshot', topic: address, sequence: 9, answer: { jobs: ['new'] } });
  client.setQueryData(['jobs', 't'], { sequence: 8, jobs: ['of a mutation'] });
  await client.refetchQueries();
  expect(asked).toBe(2);
  expect(shown()).toEqual({ sequence: 9, jobs: ['new'] });
});

it('asks for what another tab has heard and this one has not', async () => {
  await show();
  catchUp(client, new Map([[address, 5]]));
  expect(asked).toBe(1);
  answer = { sequence: 7, jobs: ['new'] };
  catchUp(client, new Map([[address, 7]]));
  await vi.waitFor(() => expect(shown()).toEqual({ sequence: 7, jobs: ['new'] }));
});

it('says why there is no answer any more', async () => {
  await show();
  answer = undefined;
  takeEvent(client, { kind: 'problem', topic: address, problem: describeProblem(PROBLEM) });
  await vi.waitFor(() =>
    expect(client.getQueryState(['jobs', 't'])).toMatchObject({ status: 'error', data: {} }),
  );
});
