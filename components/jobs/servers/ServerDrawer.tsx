import type { JobAnswer } from '@/lib/contract/job';
import { Drawer } from '@/components/ui/Drawer';
import { EmptyState } from '@/components/ui/EmptyState';
import { serverName } from '../crossing/order';
import { RawJson } from '@/components/ui/RawJson';
import { serverKey } from '../server-key';
import { ServerActions } from './ServerActions';
import { ServerLog } from './ServerLog';
import { ServerTimeline } from './ServerTimeline';
import { ServerVerdict } from './ServerVerdict';

/** All that is known of one server of a job. */
export function ServerDrawer({
  answer,
  openKey,
  onClose,
  onOpenLine,
}: {
  answer: JobAnswer;
  openKey: string;
  onClose: () => void;
  /** Leads to a line of the log of the job. */
  onOpenLine: (number: number) => void;
}) {
  const judged = answer.outcome.servers.find((server) => serverKey(server) === openKey);
  const server = answer.job.participatingServers?.find((one) => serverKey(one) === openKey);
  if (!judged || !server) {
    return (
      <Drawer title={openKey} onClose={onClose}>
        <EmptyState title="This server takes no part">
          DRS does not name {openKey} in this job.
        </EmptyState>
      </Drawer>
    );
  }
  return (
    <Drawer title={serverName(judged, answer.names)} onClose={onClose}>
      <ServerVerdict target={answer.target} judged={judged} server={server} />
      <ServerTimeline answer={answer} judged={judged} />
      <ServerActions server={server} />
      <ServerLog answer={answer} server={judged} onOpenLine={onOpenLine} />
      <RawJson summary="The server as DRS describes it" value={server} />
    </Drawer>
  );
}
