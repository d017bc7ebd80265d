import { Moment } from '@/components/ui/Moment';
import { BATCH_WORDS } from '@/components/launch/batch-words';
import { LaunchLink } from '@/components/launch/LaunchLink';
import { listNames } from '@/components/launch/list-names';
import type { PreviewedServer, ServerHolder } from '@/lib/contract/failback-launch-preview';
import { groupBy } from '@/lib/outcome/group-by';

interface HeldServer {
  name: string;
  heldBy: ServerHolder;
}

/** The earlier launches that hold some of the servers: the state of each, who launched it, when, and a link. */
export function HeldServers({ servers }: { servers: readonly PreviewedServer[] }) {
  const held = servers.flatMap(({ name, heldBy }) => (heldBy ? { name, heldBy } : []));
  if (held.length === 0) return null;
  const groups = groupBy(held, ({ heldBy: { launchID, state } }) => `${launchID} ${state}`);
  return (
    <ul aria-label="Launches in the way" className="space-y-2 px-4 py-3">
      {[...groups].map(([key, ofLaunch]) => (
        <li key={key}>
          <HeldByOne servers={ofLaunch} />
        </li>
      ))}
    </ul>
  );
}

function HeldByOne({ servers }: { servers: readonly HeldServer[] }) {
  const [first] = servers;
  if (!first) return null;
  const { launchID, state, actor, launchDateTime } = first.heldBy;
  return (
    <>
      <p>
        {listNames(servers.map(({ name }) => name))} {servers.length === 1 ? 'is' : 'are'} in{' '}
        <LaunchLink launchID={launchID} />
      </p>
      <p className="text-muted">
        {BATCH_WORDS[state].word}, launched by {actor}, <Moment instant={launchDateTime} />
      </p>
    </>
  );
}
