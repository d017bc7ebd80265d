import { useDeferredValue, useId, useMemo, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { Dialog } from '@/components/ui/Dialog';
import { fieldClassName } from '@/components/ui/TextField';
import type { FleetRow } from '@/lib/contract/fleet';
import { formatCount } from '@/lib/format';
import { changeSelection, withServers } from '../selection';
import { candidatesOf, indexNames, matchList } from './match-list';

/** The most characters in the text field. A browser takes minutes to lay out much more for editing. */
const EDITABLE = 50_000;

/** Selects the servers that a list names, and says what it did not find. */
export function PasteDialog({
  rows,
  unread,
  onClose,
}: {
  rows: readonly FleetRow[];
  /** How many targets are missing among the rows: the list may name servers of theirs. */
  unread: number;
  onClose: () => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const settled = useDeferredValue(text);
  const index = useMemo(() => indexNames(rows), [rows]);
  const { found, notFound, ambiguous } = useMemo(() => matchList(settled, index), [settled, index]);
  const whyNot =
    found.length === 0
      ? `None of the list is a server of the ${unread > 0 ? 'targets that were read' : 'fleet'}.`
      : undefined;
  const select = (isAlone: boolean) => {
    changeSelection((selected) => withServers(isAlone ? new Map() : selected, found, true));
    onClose();
  };
  return (
    <Dialog title="Select by a list" onClose={onClose}>
      {text.length > EDITABLE ? (
        <p className="flex items-center justify-between gap-2">
          {formatCount(text.split('\n').length, 'line')}, too many to be edited here
          <Button onClick={() => setText('')}>Another list</Button>
        </p>
      ) : (
        <>
          <label htmlFor={id} className="mb-1 block text-muted">
            Ids, hostnames or addresses, one a line or with commas between
          </label>
          <textarea
            id={id}
            value={text}
            rows={8}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text/plain');
              if (pasted.length <= EDITABLE) return;
              event.preventDefault();
              setText(`${text}\n${pasted}`.trim());
            }}
            className={`${fieldClassName} font-mono text-xs`}
          />
        </>
      )}
      <div role="status" className="my-3 space-y-2">
        {settled.trim() !== '' && <p>{formatCount(found.length, 'server')} found</p>}
        {unread > 0 && (
          <p className="rounded-lg bg-caution-soft px-3 py-2">
            {formatCount(unread, 'target')} {unread === 1 ? 'was' : 'were'} not read. The list may
            name servers there: paste it again once {unread === 1 ? 'it is' : 'they are'} read.
          </p>
        )}
        <Unmatched
          title={unread > 0 ? 'Not found in the targets that were read' : 'Not found'}
          texts={notFound}
        />
        <Unmatched
          title="Several servers have this name; give the id of the one meant"
          texts={ambiguous.map(candidatesOf)}
          isInFull
        />
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button disabledReason={whyNot} onClick={() => select(false)}>
          Add to the selection
        </Button>
        <Button variant="primary" disabledReason={whyNot} onClick={() => select(true)}>
          Select {found.length.toLocaleString('en')}
        </Button>
      </div>
    </Dialog>
  );
}

/** The most texts listed, and the most characters of each. All can be copied. */
const SHOWN = 50;
const LONGEST = 60;

function Unmatched({
  title,
  texts,
  isInFull = false,
}: {
  title: string;
  texts: readonly string[];
  /** Whether long texts are shown in full. */
  isInFull?: boolean;
}) {
  if (texts.length === 0) return null;
  return (
    <section className="rounded-lg bg-caution-soft px-3 py-2">
      <p className="flex items-center justify-between gap-2">
        <span className="font-medium">
          {title}: {texts.length.toLocaleString('en')}
        </span>
        <CopyButton text={texts.join('\n')} label={`Copy all of: ${title}`} />
      </p>
      <ul className="max-h-32 overflow-y-auto font-mono text-xs break-all" tabIndex={0}>
        {texts.slice(0, SHOWN).map((text) => (
          <li key={text}>
            <bdi>{text.length > LONGEST && !isInFull ? `${text.slice(0, LONGEST)}…` : text}</bdi>
          </li>
        ))}
        {texts.length > SHOWN && (
          <li className="text-muted">and {(texts.length - SHOWN).toLocaleString('en')} more</li>
        )}
      </ul>
    </section>
  );
}
