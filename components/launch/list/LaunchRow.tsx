import Link from 'next/link';
import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import { CardRow, Cell, NameCell } from '@/components/ui/CardTable';
import { Moment } from '@/components/ui/Moment';
import { TagPills } from '@/components/jobs/TagPills';
import { paths } from '@/lib/paths';
import { countServers } from '@/lib/outcome/launch';
import { LaunchStatus } from '../LaunchStatus';

export const LAUNCH_COLUMNS = ['Launch', 'Asked for', 'By', 'Servers', 'Tags', 'Outcome'];

/** One launch of the list. */
export function LaunchRow({ launch }: { launch: FailbackLaunch }) {
  return (
    <CardRow>
      <NameCell>
        <Link
          href={paths.launch(launch.launchID)}
          className="font-mono text-[0.8125rem] text-accent underline"
        >
          {launch.launchID}
        </Link>
      </NameCell>
      <Cell name="Asked for">
        <Moment instant={launch.createdDateTime} />
      </Cell>
      <Cell name="By">{launch.actor}</Cell>
      <Cell name="Servers">{countServers(launch)}</Cell>
      <Cell name="Tags">
        {Object.keys(launch.tags).length > 0 ? <TagPills tags={launch.tags} /> : '–'}
      </Cell>
      <Cell name="Outcome">
        <LaunchStatus launch={launch} />
        <p className="text-xs text-muted">{launch.outcome.sentence}</p>
      </Cell>
    </CardRow>
  );
}
