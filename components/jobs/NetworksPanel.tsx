import type { NetworkOutcome } from '@/lib/contract/job';
import { Identifier } from '@/components/ui/Identifier';
import { Panel } from '@/components/ui/Panel';
import { Status } from '@/components/ui/Status';
import { formatCount } from '@/lib/format';
import { SERVER_KINDS } from './crossing/lane-words';

/** The source networks that take part in a job, if there are any. */
export function NetworksPanel({ networks }: { networks: NetworkOutcome[] }) {
  if (networks.length === 0) return null;
  return (
    <Panel
      title="Networks"
      aside={<span className="text-xs text-muted">{formatCount(networks.length, 'network')}</span>}
    >
      <ul className="divide-y divide-line">
        {networks.map(({ sourceNetworkID, outcome, sentence, rawError }, index) => (
          <li
            key={sourceNetworkID ?? index}
            className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2"
          >
            {sourceNetworkID ? (
              <Identifier id={sourceNetworkID} what="source network id" />
            ) : (
              'Network without an id'
            )}
            <Status kind={SERVER_KINDS[outcome]} className="whitespace-normal!">
              {sentence}
            </Status>
            {rawError && <span className="min-w-0 break-words text-failed">{rawError}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
