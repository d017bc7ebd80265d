import type { KnownCredentials } from './signature/verify';
import type { Sessions } from './sts/sessions';

/** The secret of every long-term access key of the simulator. */
const SIMULATED_SECRET = 'homeward-simulator';

/** Looks up an access key: temporary ones begin with ASIA and are listed, any other is valid. */
export function credentialsOf(
  accessKeyID: string,
  sessions: Sessions,
  now: number,
): KnownCredentials | undefined {
  if (!accessKeyID.startsWith('ASIA')) return { secretAccessKey: SIMULATED_SECRET };
  const session = sessions.find(accessKeyID);
  return session && { ...session, hasExpired: session.ends <= now };
}
