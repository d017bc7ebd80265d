import { type ProblemError, refusal } from '@/lib/contract/problem-error';
import type { Target } from './target';
import type { Targets } from './targets';

/**
 * The refusal to launch in a target that has the account and Region of another one; undefined when none is known to.
 * Launches are kept apart by target, so two launches of one server would only be stopped by DRS itself. The settings
 * refuse what they can tell; the account of the console's own credentials is known once its servers have been read.
 */
export function refusalOfDuplicate(targets: Targets, target: Target): ProblemError | undefined {
  const duplicate = duplicateOf(targets, target);
  if (!duplicate) return undefined;
  return refusal({
    status: 409,
    code: 'target-twice',
    title: 'Two targets are one account and Region',
    detail: `"${target.name}" and "${duplicate.name}" are both account ${accountOf(target)} in ${target.config.region}, and launches of one do not know those of the other. Nothing is launched in either: remove one of them from HOMEWARD_TARGETS_FILE and start Homeward again.`,
  });
}

function duplicateOf(targets: Targets, target: Target): Target | undefined {
  const account = accountOf(target);
  if (account === undefined) return undefined;
  const { region, simulatorURL } = target.config;
  return targets
    .all()
    .find(
      (other) =>
        other !== target &&
        other.config.region === region &&
        other.config.simulatorURL === simulatorURL &&
        accountOf(other) === account,
    );
}

/** The account of the role, else that of the servers that were last read; undefined while neither is known. */
function accountOf({ config, watch }: Target): string | undefined {
  const arn = config.role?.arn ?? watch.fleet.last()?.value.find((server) => server.arn)?.arn;
  return arn?.split(':')[4];
}
