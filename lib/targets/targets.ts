import { refusal } from '@/lib/contract/problem-error';
import type { Target } from './target';

/** The targets of this console, in the order of its settings. */
export class Targets {
  readonly #byName: Map<string, Target>;

  constructor(targets: readonly Target[]) {
    this.#byName = new Map(targets.map((target) => [target.name, target]));
  }

  all(): Target[] {
    return [...this.#byName.values()];
  }

  /** The target of that name; undefined when the settings no longer have it. */
  find(name: string): Target | undefined {
    return this.#byName.get(name);
  }

  /** The target of that name. Throws a ProblemError when there is none. */
  get(name: string): Target {
    const target = this.find(name);
    if (target) return target;
    throw refusal({
      status: 404,
      code: 'unknown-target',
      title: 'Unknown target',
      detail: `There is no target "${name}". GET /api/targets lists the targets of this console.`,
    });
  }

  /** The only target there is. Throws a ProblemError when there are several and none was named. */
  sole(): Target {
    const [target, ...others] = this.all();
    if (target && others.length === 0) return target;
    throw refusal({
      status: 400,
      code: 'target-required',
      title: 'Which target?',
      detail:
        'This console has several targets. Add ?target= with a name that GET /api/targets lists.',
    });
  }
}
