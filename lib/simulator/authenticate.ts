import type { Accounts } from './accounts';
import { credentialsOf } from './credentials';
import type { WireRequest } from './http/request';
import { unverifiedCaller, verifySignature } from './signature/verify';
import type { Sessions } from './sts/sessions';

interface Gate {
  /** False: signatures are not verified. */
  verify: boolean;
  accounts: Accounts;
  sessions: Sessions;
  /** Real time: signatures are checked by it. */
  realNow: Date;
  /** Simulated time in milliseconds since the epoch: temporary credentials expire by it. */
  now: number;
}

/** Who sends a request, to which Region and in which account. Throws the errors of AWS for signature and token. */
export function authenticate(
  request: WireRequest,
  service: 'drs' | 'sts',
  { verify, accounts, sessions, realNow, now }: Gate,
) {
  const caller = verify
    ? verifySignature(request, {
        service,
        now: realNow,
        credentialsOf: (accessKeyID) => credentialsOf(accessKeyID, sessions, now),
      })
    : unverifiedCaller(request);
  const session = sessions.find(caller.accessKeyID);
  return { ...caller, accountID: session?.accountID ?? accounts.idOf(caller.accessKeyID) };
}
