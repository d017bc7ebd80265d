import { digest } from './random';
import type { AccountPlan } from './scenario/schema';
import type { Role } from './sts/roles';

/** Knows which account an access key belongs to, and what the scenario says of the account. */
export class Accounts {
  constructor(
    private readonly seed: number,
    private readonly planned: readonly AccountPlan[] = [],
  ) {}

  /**
   * The account of a long-term access key: the one that lists it, or the first one of a scenario. Without a
   * scenario each key has an account of its own.
   */
  idOf(accessKeyID: string): string {
    const planned =
      this.planned.find(({ accessKeyIDs }) => accessKeyIDs?.includes(accessKeyID)) ??
      this.planned[0];
    return planned?.accountID ?? ownAccountOf(this.seed, accessKeyID);
  }

  nameOf(accountID: string): string | undefined {
    return this.#find(accountID)?.name;
  }

  /** The roles that the scenario lists for an account; undefined: any role may be assumed. */
  rolesOf(accountID: string): readonly Role[] | undefined {
    return this.#find(accountID)?.roles;
  }

  /** How many servers the account has in a Region, where the scenario says so, and whether DRS is initialised there. */
  placeOf(accountID: string, region: string): { servers?: number; isInitialised: boolean } {
    const regions = this.#find(accountID)?.regions;
    if (!regions) return { isInitialised: true };
    const { servers, initialized = true } = regions[region] ?? { initialized: false };
    return { ...(servers === undefined ? {} : { servers }), isInitialised: initialized };
  }

  #find(accountID: string) {
    return this.planned.find((account) => account.accountID === accountID);
  }
}

function ownAccountOf(seed: number, accessKeyID: string): string {
  const number = Number.parseInt(digest(seed, accessKeyID).slice(0, 12), 16);
  return String((number % 900_000_000_000) + 100_000_000_000);
}
