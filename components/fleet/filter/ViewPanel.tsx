import { useId, useMemo } from 'react';
import { Button } from '@/components/ui/Button';
import { fieldClassName } from '@/components/ui/TextField';
import type { FleetRow } from '@/lib/contract/fleet';
import { countTagKeys } from '../view/count-values';
import { FACETS, tagFacet } from '../view/facets';
import type { FleetView } from '../view/fleet-view';
import { rememberColumns } from '../view/remembered-columns';
import type { Layout } from '../table/layout';
import { ColumnList } from './ColumnList';

/** Chooses how the servers are grouped, and which columns are shown in which order. */
export function ViewPanel({
  rows,
  view,
  usualColumns,
  layout,
  onChange,
}: {
  rows: readonly FleetRow[];
  view: FleetView;
  usualColumns: readonly string[];
  layout: Layout;
  onChange: (view: FleetView) => void;
}) {
  const id = useId();
  const tags = useMemo(
    () => countTagKeys(rows).map(([tag]) => ({ key: tagFacet(tag).key, label: `Tag ${tag}` })),
    [rows],
  );
  const show = (columns: readonly string[]) => {
    rememberColumns(columns, usualColumns);
    onChange({ ...view, columns });
  };
  return (
    <>
      <label htmlFor={id} className="mb-1 block px-1 text-xs text-muted">
        Group by
      </label>
      <select
        id={id}
        value={view.group ?? ''}
        onChange={(event) => onChange({ ...view, group: event.target.value || undefined })}
        className={fieldClassName}
      >
        <option value="">Nothing</option>
        {[...FACETS, ...tags].map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
      {layout === 'cards' ? (
        <p className="mt-3 px-1 text-xs text-muted">Columns are chosen in a wider window.</p>
      ) : (
        <>
          <p className="mt-3 mb-1 px-1 text-xs text-muted">Columns</p>
          <ColumnList columns={view.columns} tags={tags} onChange={show} />
          <Button
            variant="quiet"
            onClick={() => show(usualColumns)}
            disabledReason={
              view.columns.join() === usualColumns.join() ? 'These are the usual ones.' : undefined
            }
          >
            The usual columns
          </Button>
        </>
      )}
    </>
  );
}
