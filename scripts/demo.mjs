import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { root, say, stop } from './setup/checkout.mjs';
import { setUp } from './setup/index.mjs';

const SCENARIO = process.env.SIMULATOR_SCENARIO || 'calm-failback';
const SPEED = process.env.SIMULATOR_SPEED;
const children = [];
let ending = false;

await setUp();

const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'homeward-demo-'));
process.on('SIGINT', () => end(0));
process.on('SIGTERM', () => end(0));
process.on('SIGHUP', () => end(0));
endWithParent();

const simulatorPort = await freePort(portFrom('SIMULATOR_PORT', 4570));
const consolePort = await freePort(portFrom('PORT', 3000));
const simulatorURL = `http://127.0.0.1:${simulatorPort}`;
const consoleURL = `http://127.0.0.1:${consolePort}`;

say(`Starting the DRS simulator on ${simulatorURL} with the scenario ${SCENARIO}.`);
start('simulator', [
  '--import',
  'tsx',
  'lib/simulator/main.ts',
  '--port',
  String(simulatorPort),
  '--scenario',
  SCENARIO,
  ...(SPEED ? ['--speed', SPEED] : []),
]);
await answers(simulatorURL);
say('Starting the console.');
start('console', ['scripts/start.mjs'], {
  PORT: String(consolePort),
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'HOMEWARDDEMO',
  AWS_SECRET_ACCESS_KEY: 'homeward-simulator',
  HOMEWARD_SIMULATOR_URL: simulatorURL,
  HOMEWARD_DATA_DIR: dataFolder,
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
});
await answers(`${consoleURL}/api/health`);

process.stdout.write(`
  Homeward is running: ${consoleURL}

  What to try first
    1. Press "ready" in the strip at the top, then "Select all" and "Review failback".
    2. Add a tag, type the count, and launch. No machine is touched: this is a simulator.
    3. Watch the crossing, and steer the rehearsal beside it: ${simulatorURL}/_simulator/
       Boot or lose a failback client, raise a fault, go faster.

  SIMULATOR_SCENARIO=bad-night npm run demo rehearses a night on which things go wrong.
  Ctrl-C ends both.

`);

function portFrom(variable, fallback) {
  const text = process.env[variable];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    stop(`${variable} is "${text}"; give a port between 1 and 65535.`);
  }
  return port;
}

function start(name, args, env = {}) {
  // Credentials and endpoints of the shell are left out: the demo talks to its own simulator only.
  const inherited = Object.entries(process.env).filter(([key]) => !key.startsWith('AWS_'));
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.resume();
  children.push(child);
  child.on('exit', (code) => {
    if (ending) return;
    process.stderr.write(`homeward: the ${name} ended unexpectedly (code ${code}).\n`);
    void end(1);
  });
}

async function answers(url) {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    // Any answer at all shows that the server listens.
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await wait(250);
  }
  process.stderr.write(`homeward: nothing answered at ${url} within a minute.\n`);
  await end(1);
}

/** When npm is killed outright it passes no signal on, and this process gets a new parent. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void end(0);
  }, 500).unref();
}

async function end(code) {
  if (ending) return;
  ending = true;
  await Promise.all(children.map(endChild));
  await rm(dataFolder, { recursive: true, force: true });
  process.exit(code);
}

function endChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 3000).unref();
  });
}
