import { expect, it } from 'vitest';
import type {
  FailbackLaunchPreview,
  PreviewedServer,
} from '@/lib/contract/failback-launch-preview';
import type { Verdict } from '@/lib/contract/readiness';
import { countChosen, launchesOf, planLaunch, previewRequest } from './planned-launch';
import { spreadSentence } from './spread-sentence';

const server = (recoveryInstanceID: string, verdict: Verdict): PreviewedServer => ({
  recoveryInstanceID,
  name: recoveryInstanceID,
  readiness: { verdict, reasons: [{ rule: 'r', verdict, sentence: '' }] },
});

function plan(target: string, servers: PreviewedServer[], isCautionAccepted = false) {
  const request = previewRequest(
    target,
    servers.map(({ recoveryInstanceID }) => recoveryInstanceID),
    {
      tags: {},
      withoutTags: false,
      cautionAccepted: new Map(isCautionAccepted ? [[target, new Set<string>()]] : []),
    },
  );
  const of = (verdict: Verdict) => servers.filter(({ readiness }) => readiness.verdict === verdict);
  return planLaunch(request, {
    target,
    launchable: of('ready'),
    caution: of('caution'),
    blocked: of('blocked'),
  } as FailbackLaunchPreview);
}

const ready = [server('i-1', 'ready'), server('i-2', 'ready')];
const blocked = [server('i-3', 'blocked')];
const caution = [server('i-4', 'caution')];

it('sends what is ready, and what is in doubt only when that was accepted', () => {
  expect(plan('A', [...ready, ...caution, ...blocked]).request.recoveryInstanceIDs).toEqual([
    'i-1',
    'i-2',
  ]);
  expect(plan('A', [...ready, ...caution], true).request.recoveryInstanceIDs).toEqual([
    'i-1',
    'i-2',
    'i-4',
  ]);
});

it('counts no launch in a target where nothing can be launched', () => {
  const plans = [plan('A', ready), plan('B', blocked)];
  expect(launchesOf(plans).map(({ target }) => target)).toEqual(['A']);
  expect(countChosen(plans)).toBe(2);
});

it('says in how many launches a selection over several targets is sent', () => {
  expect(spreadSentence([plan('A', ready), plan('B', caution, true)])).toMatch(
    /over 2 targets and is sent as 2 launches\. Each/,
  );
  expect(spreadSentence([plan('A', ready), plan('B', blocked)])).toMatch(
    /over 2 targets, and only the servers in A can be launched/,
  );
  expect(spreadSentence([plan('A', blocked), plan('B', caution)])).toBe(
    'The selection is spread over 2 targets.',
  );
});
