'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { byTarget, clearSelection, useSelection } from '@/components/fleet/selection';
import { useTargetName } from '@/components/shell/targets';
import { Age } from '@/components/ui/Age';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorState } from '@/components/ui/ErrorState';
import { Skeleton } from '@/components/ui/Skeleton';
import { useNow } from '@/components/ui/now';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { previewQuery } from '@/lib/queries/failback-launches';
import { problemOf } from '@/lib/queries/fetch-json';
import { Command } from './Command';
import { Confirmation } from './Confirmation';
import { LeftOut } from './LeftOut';
import { ServerList } from './ServerList';
import { TagEditor } from './TagEditor';
import { WhatWillHappen } from './WhatWillHappen';
import { type TagRow, tagError, toTags } from './tag-rules';

/** The last look before the machines reboot. What is sent is what is shown here, and nothing else. */
export function Review() {
  const selected = useSelection();
  const [tagRows, setTagRows] = useState<TagRow[]>([{ row: 0, key: '', value: '' }]);
  const [acceptCaution, setAcceptCaution] = useState(false);
  const hasTagErrors = tagRows.some((row) => tagError(row, tagRows) !== undefined);
  const target = useTargetName();
  const request = {
    target,
    recoveryInstanceIDs: (byTarget(selected).get(target) ?? []).toSorted(),
    tags: hasTagErrors ? {} : toTags(tagRows),
    acceptCaution,
    withoutTags: false,
  };
  const preview = useQuery({
    ...previewQuery(request),
    enabled: selected.size > 0,
  });
  const now = useNow();

  if (selected.size === 0) return <NothingSelected />;
  const problem = preview.error ? problemOf(preview.error) : null;
  if (!preview.data) {
    return (
      <>
        <h1 className="mb-3">Review failback</h1>
        {problem ? (
          <>
            <ErrorState problem={problem} onRetry={() => void preview.refetch()} />
            <button
              type="button"
              onClick={() => clearSelection()}
              className="ml-4 text-accent underline"
            >
              Clear the selection
            </button>
          </>
        ) : (
          <Skeleton className="h-64" />
        )}
      </>
    );
  }
  const { launchable, caution, blocked } = preview.data;
  const chosen = [...launchable, ...(acceptCaution ? caution : [])];
  return (
    <div className="mx-auto max-w-3xl">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h1>Fail back {formatCount(chosen.length, 'server')}</h1>
        <Age asOf={preview.data.asOf} problem={problem} intervalSeconds={10} now={now} />
      </div>
      <WhatWillHappen servers={chosen} />
      <LeftOut
        blocked={blocked}
        caution={caution}
        acceptCaution={acceptCaution}
        onAcceptCaution={setAcceptCaution}
      />
      <ServerList servers={chosen} />
      <TagEditor rows={tagRows} onChange={setTagRows} />
      <Command commands={preview.data.commands} />
      <Confirmation
        // Another set of servers is another decision: what was typed for the one before is gone.
        key={chosen.map(({ recoveryInstanceID }) => recoveryInstanceID).join(' ')}
        request={{
          ...request,
          recoveryInstanceIDs: chosen
            .map(({ recoveryInstanceID }) => recoveryInstanceID)
            .toSorted(),
        }}
        refused={
          hasTagErrors
            ? 'Correct the tags first.'
            : chosen.length > preview.data.serversPerJob
              ? `One DRS job takes ${preview.data.serversPerJob} servers. Select fewer.`
              : undefined
        }
      />
    </div>
  );
}

function NothingSelected() {
  return (
    <>
      <h1 className="sr-only">Review failback</h1>
      <EmptyState
        title="No servers are selected"
        action={
          <Link href={paths.fleet} className="text-accent underline">
            Select them in the fleet
          </Link>
        }
      />
    </>
  );
}
