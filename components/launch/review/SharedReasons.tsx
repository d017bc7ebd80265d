import { Status } from '@/components/ui/Status';
import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import { formatCount } from '@/lib/format';
import { ScrolledList } from './ScrolledList';
import { type SharedReason, sharedReasons } from './cautions';

/** Why servers have their verdict: every reason once, what to do about it, and the servers it concerns. */
export function SharedReasons({ servers }: { servers: readonly PreviewedServer[] }) {
  return (
    <ul aria-label="Reasons" className="space-y-2.5">
      {sharedReasons(servers).map((reason) => (
        <li key={reason.key}>
          <OneReason reason={reason} />
        </li>
      ))}
    </ul>
  );
}

function OneReason({ reason: { verdict, sentence, remedy, servers } }: { reason: SharedReason }) {
  const [only] = servers.length === 1 ? servers : [];
  return (
    <>
      <Status kind={verdict} className="max-w-full wrap-anywhere whitespace-normal!">
        {only?.name ?? formatCount(servers.length, 'server')}
      </Status>
      <div className="space-y-0.5 pl-5.5">
        {sentence && <p>{sentence}</p>}
        {!only && (sentence ? <Names servers={servers} /> : <Sentences servers={servers} />)}
        {remedy && <p className="text-muted">{remedy}</p>}
      </div>
    </>
  );
}

/** More names than these are scrolled through. */
const MOST_IN_FULL = 20;

function Names({ servers }: Pick<SharedReason, 'servers'>) {
  const names = servers.map(({ name }) => name).join(', ');
  if (servers.length <= MOST_IN_FULL) return <p className="wrap-anywhere text-muted">{names}</p>;
  return (
    <div
      tabIndex={0}
      role="group"
      aria-label={formatCount(servers.length, 'server')}
      className="max-h-20 overflow-y-auto wrap-anywhere text-muted"
    >
      {names}
    </div>
  );
}

function Sentences({ servers }: Pick<SharedReason, 'servers'>) {
  return (
    <ScrolledList
      label={formatCount(servers.length, 'server')}
      items={servers}
      keyOf={({ recoveryInstanceID }) => recoveryInstanceID}
    >
      {({ name, sentence }) => (
        <span className="flex flex-wrap gap-x-2">
          <span className="font-medium wrap-anywhere">{name}</span>{' '}
          <span className="min-w-0">{sentence}</span>
        </span>
      )}
    </ScrolledList>
  );
}
