'use client';

import { useRef, useState } from 'react';
import type { FleetRow } from '@/lib/contract/fleet';
import { classNames } from '@/components/ui/class-names';
import type { Choose } from '../select/use-choose';
import type { Selection } from '../selection';
import type { WatchedTarget } from '../use-fleet';
import type { FleetView } from '../view/fleet-view';
import { ColumnWidths } from './ColumnWidths';
import { FleetTableHead } from './FleetTableHead';
import { Row, type RowContext } from './Row';
import { LazyVirtualRows } from './LazyVirtualRows';
import { AsOf, asOfByTarget } from './as-of';
import type { Item } from './items';
import { layoutFor, leastWidth } from './layout';
import { useGridKeys } from './use-grid-keys';
import { useScrollAnchor } from './use-scroll-anchor';

/** Up to so many rows all are rendered, so that the browser's own search finds them. */
const ALL_THERE = 300;

export function FleetTable({
  items,
  shown,
  view,
  onChange,
  targets,
  selected,
  changed,
  onChoose,
  width,
}: {
  items: readonly Item[];
  shown: readonly FleetRow[];
  view: FleetView;
  onChange: (view: FleetView) => void;
  targets: readonly WatchedTarget[];
  selected: Selection;
  changed: ReadonlySet<string>;
  onChoose: Choose;
  /** In pixels. */
  width: number;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  const scrollTo = useRef<(index: number) => void>(undefined);
  const layout = layoutFor(width);
  const least = leastWidth(view.columns);
  const fits = layout === 'cards' || width >= least * 16;
  const [active, setActive] = useState<string>();
  const activeIndex = Math.max(
    0,
    items.findIndex(({ key }) => key === active),
  );
  useScrollAnchor(body, { items, view, layout });
  const onKeyDown = useGridKeys({
    items,
    shown,
    selected,
    activeIndex,
    onActive: setActive,
    onChoose,
    body,
    scrollTo,
  });
  const context: RowContext = {
    columns: view.columns,
    hasTargets: targets.length > 1,
    layout,
    onChoose,
    onActive: setActive,
  };
  const renderRow = (index: number) => {
    const item = items[index];
    return (
      item && (
        <Row
          key={item.key}
          item={item}
          rowIndex={index + 2}
          isActive={index === activeIndex}
          selection={selectionOf(item, selected)}
          isChanged={changed.has(item.key)}
          {...context}
        />
      )
    );
  };
  return (
    <AsOf value={asOfByTarget(targets)}>
      <div
        className={classNames(
          // An outline takes no room, so that the table is as wide as the page, and no sticky heading covers it.
          'rounded-xl bg-surface outline outline-line',
          !fits && 'overflow-x-auto',
        )}
      >
        <table
          role="grid"
          aria-rowcount={items.length + 1}
          aria-multiselectable
          aria-label="Recovery instances"
          onKeyDown={onKeyDown}
          style={layout === 'table' ? { minWidth: `${least}rem` } : undefined}
          className={classNames(
            '[overflow-anchor:none]',
            layout === 'table' ? 'w-full table-fixed' : 'block',
          )}
        >
          {layout === 'table' && <ColumnWidths columns={view.columns} />}
          <FleetTableHead
            view={view}
            onChange={onChange}
            shown={shown}
            selected={selected}
            onChoose={onChoose}
            layout={layout}
            isSticky={fits}
          />
          <tbody ref={body} className={layout === 'table' ? undefined : 'block'}>
            {items.length > ALL_THERE ? (
              <LazyVirtualRows
                key={layout}
                items={items}
                activeIndex={activeIndex}
                renderRow={renderRow}
                body={body}
                scrollTo={scrollTo}
                layout={layout}
                columnCount={view.columns.length + 1}
              />
            ) : (
              items.map((_, index) => renderRow(index))
            )}
          </tbody>
        </table>
      </div>
    </AsOf>
  );
}

/** Whether all, some or none of the servers of a row are selected. */
function selectionOf(item: Item, selected: Selection): 'all' | 'some' | 'none' {
  if (item.kind === 'server') return selected.has(item.key) ? 'all' : 'none';
  const { rows } = item.group;
  const count = rows.filter(({ recoveryInstanceID }) => selected.has(recoveryInstanceID)).length;
  if (count === 0) return 'none';
  return count === rows.length ? 'all' : 'some';
}
