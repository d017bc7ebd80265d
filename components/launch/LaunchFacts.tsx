import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import { Fact, Facts } from '@/components/ui/Facts';
import { Moment } from '@/components/ui/Moment';
import { formatCount } from '@/lib/format';
import { countServers } from '@/lib/outcome/launch';

/** When, by whom and for what. */
export function LaunchFacts({ launch }: { launch: FailbackLaunch }) {
  return (
    <Facts>
      <Fact name="Asked for">
        <Moment instant={launch.createdDateTime} />
      </Fact>
      <Fact name="By">{launch.actor}</Fact>
      <Fact name="Target">{launch.target}</Fact>
      <Fact name="Servers">{countServers(launch)}</Fact>
      <Fact name="Sent as">{formatCount(launch.batches.length, 'batch', 'batches')}</Fact>
      {launch.withoutTags && <Fact name="Tags">none, by choice</Fact>}
      {launch.paused && (
        <Fact name="Paused">
          <Moment instant={launch.paused.dateTime} /> by {launch.paused.actor}
          {launch.paused.unattendedSince && (
            <>
              , not running since <Moment instant={launch.paused.unattendedSince} />
            </>
          )}
        </Fact>
      )}
    </Facts>
  );
}
