import { memo } from 'react';
import type { Choose } from '../select/use-choose';
import { GroupRow } from './GroupRow';
import { ServerRow } from './ServerRow';
import type { Item } from './items';
import type { Layout } from './layout';

export interface RowContext {
  columns: readonly string[];
  /** Whether servers of several targets may stand side by side. */
  hasTargets: boolean;
  layout: Layout;
  onChoose: Choose;
  onActive: (key: string) => void;
}

export interface RowState {
  rowIndex: number;
  /** The row that the keys act on; the only one that Tab reaches. */
  isActive: boolean;
  selection: 'all' | 'some' | 'none';
  isChanged: boolean;
}

/** One row of the table, drawn anew only when something of it changes. */
export const Row = memo(function Row({ item, ...rest }: { item: Item } & RowState & RowContext) {
  return item.kind === 'server' ? (
    <ServerRow row={item.row} {...rest} />
  ) : (
    <GroupRow item={item} {...rest} />
  );
});
