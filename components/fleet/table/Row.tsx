import { memo } from 'react';
import type { Choose } from '../select/use-choose';
import { GroupRow } from './GroupRow';
import { ServerRow } from './ServerRow';
import type { Item } from './items';
import type { Layout } from './layout';

export interface RowContext {
  columns: readonly string[];
  /** Whether the console has several targets, so that a name alone may mislead. */
  hasTargets: boolean;
  layout: Layout;
  onChoose: Choose;
  onActive: (key: string) => void;
}

export interface RowState {
  rowIndex: number;
  /** Whether the keys act on this row. Tab reaches no other. */
  isActive: boolean;
  selection: 'all' | 'some' | 'none';
  isChanged: boolean;
}

/** One row of the table. It renders again only when its data change. */
export const Row = memo(function Row({ item, ...rest }: { item: Item } & RowState & RowContext) {
  return item.kind === 'server' ? (
    <ServerRow row={item.row} {...rest} />
  ) : (
    <GroupRow item={item} {...rest} />
  );
});
