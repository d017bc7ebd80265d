import { type ChildProcess, spawn } from 'node:child_process';
import { root } from '../scripts/setup/checkout.mjs';
import { until } from './until';

export interface ServerSettings {
  /** The program and its arguments. */
  command: readonly [program: string, ...words: string[]];
  port: number;
  /** The whole environment, apart from where programs and the home folder are. */
  env?: Record<string, string>;
  /** The path that answers once the server has started; 404 is an answer, too. */
  probe?: string;
}

/** A server in a process of its own. It may be killed, and started again on the same address and data. */
export class ServerProcess {
  readonly url: string;
  #child: ChildProcess | undefined;
  #ended: Promise<void> = Promise.resolve();

  constructor(private readonly settings: ServerSettings) {
    this.url = `http://127.0.0.1:${settings.port}`;
  }

  /** Resolves once it answers, or was killed; `more` is added to its environment this time. */
  async start(more: Record<string, string> = {}) {
    const { command, env } = this.settings;
    const [program, ...words] = command;
    const { PATH, HOME } = process.env;
    const child = spawn(program, words, {
      cwd: root,
      env: { PATH, HOME, ...env, ...more } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once('exit', () => resolve()));
    await until(
      async () => !this.isRunning() || (await this.#answers()),
      'the server starts',
      60_000,
    );
    if (!this.isRunning() && child.signalCode !== 'SIGKILL') {
      throw new Error(`${command.join(' ')} ended before it answered.`);
    }
  }

  /** The process itself, to send messages to. */
  get child(): ChildProcess | undefined {
    return this.#child;
  }

  /** Throws before the first start. */
  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error(`${this.url} was never started.`);
    return pid;
  }

  isRunning(): boolean {
    const child = this.#child;
    return child !== undefined && child.exitCode === null && child.signalCode === null;
  }

  /** Resolves when the process has ended, of itself or not. */
  ended(): Promise<void> {
    return this.#ended;
  }

  async stop(signal: NodeJS.Signals = 'SIGKILL') {
    if (this.isRunning()) this.#child?.kill(signal);
    await this.#ended;
  }

  #answers() {
    const { probe = '/' } = this.settings;
    return fetch(this.url + probe).then(
      ({ status }) => status < 500,
      () => false,
    );
  }
}
