#!/usr/bin/env node
// Fails back the ready servers of a target that carry a tag, and waits for the end:
//
//   node runbook.mjs http://127.0.0.1:3000 eu-west-1 wave=2 CHG-20418-wave-2
//
// It writes what it is about to ask for to KEY.json first. Started again with the same key it asks for exactly that,
// which launches nothing anew, and goes on waiting. Exits with 0 when every server is home, with 2 when nothing was
// launched, and with 1 when a server is not home, when it cannot be told, or when a person has to decide.

import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const SECONDS_BETWEEN_LOOKS = 3;
const TRIES = 100;

/** How long an outcome may be unknown before that counts as the end: lost answers and last log lines come in by then. */
const MINUTES_OF_DOUBT = 5;

/** Homeward has clearly not done what it was asked. */
class Refusal extends Error {}

const [address, target, tag = '', key] = process.argv.slice(2);
const file = `${key}.json`;
let isLaunched = false;
try {
  process.exitCode = await failBack();
} catch (error) {
  say(error.message);
  const isNothingLaunched = error instanceof Refusal && !isLaunched;
  // What was refused was not launched: the next run selects anew.
  if (isNothingLaunched) rmSync(file, { force: true });
  process.exitCode = isNothingLaunched ? 2 : 1;
}

async function failBack() {
  if (!existsSync(file)) writeDown(await select());
  const { launchID } = await ask('/api/failback-launches', JSON.parse(readFileSync(file, 'utf8')));
  isLaunched = true;
  say(`${address}/failback-launches/${launchID}`);
  let said = '';
  let looksInDoubt = 0;
  for (;;) {
    const { outcome, paused, batches } = await ask(`/api/failback-launches/${launchID}`);
    if (outcome.sentence !== said) say((said = outcome.sentence));
    if (outcome.outcome === 'succeeded') return 0;
    if (paused)
      throw new Error('The launch is paused. Resume it on its page, then start this again.');
    if (batches.some(({ state }) => state === 'parked')) {
      throw new Error(
        'No job was found for a part of the launch. Decide on its page what becomes of it.',
      );
    }
    looksInDoubt = outcome.outcome === 'unknown' ? looksInDoubt + 1 : 0;
    const isDoubtOver = looksInDoubt * SECONDS_BETWEEN_LOOKS > MINUTES_OF_DOUBT * 60;
    if (isDoubtOver || !['running', 'unknown'].includes(outcome.outcome)) return 1;
    await pause(SECONDS_BETWEEN_LOOKS * 1_000);
  }
}

/** The launch of the ready servers with the tag, and the hash that holds it to what was seen of them. */
async function select() {
  const [, name, value] = /^([^=]+)=(.*)$/.exec(tag) ?? [];
  if (!key || !name) throw new Refusal('Usage: runbook.mjs ADDRESS TARGET TAG=VALUE KEY');
  const { recoveryInstances } = await ask(
    `/api/recovery-instances?target=${encodeURIComponent(target)}`,
  );
  const recoveryInstanceIDs = recoveryInstances
    .filter(({ readiness, tags }) => readiness.verdict === 'ready' && tags?.[name] === value)
    .map(({ recoveryInstanceID }) => recoveryInstanceID);
  if (recoveryInstanceIDs.length === 0) throw new Refusal(`No server with ${tag} is ready.`);
  const launch = { target, recoveryInstanceIDs, tags: { [name]: value } };
  const { selectionHash } = await ask('/api/failback-launches/preview', launch);
  return { ...launch, selectionHash };
}

/** Leaves no half a file behind, whenever it is killed. */
function writeDown(launch) {
  writeFileSync(`${file}.new`, JSON.stringify(launch));
  renameSync(`${file}.new`, file);
}

/**
 * Gets an answer, or posts a body for one. What has no clear answer is asked again; under the same Idempotency-Key that
 * launches nothing twice. Throws a Refusal for a clear no.
 */
async function ask(path, body) {
  let detail;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await pause(SECONDS_BETWEEN_LOOKS * 1_000);
    try {
      const response = await fetch(address + path, {
        method: body ? 'POST' : 'GET',
        headers: { Origin: address, 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(60_000),
      });
      const answer = await response.json();
      if (response.ok) return answer;
      detail = answer.detail;
      if (response.status < 500 && response.status !== 429) throw new Refusal(detail);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      detail = String(error);
    }
  }
  throw new Error(`There is no clear answer. The last was: ${detail}`);
}

function say(words) {
  process.stdout.write(`${words}\n`);
}
