import { memo } from 'react';
import type { Choose } from '../select/use-choose';
import { GroupLine } from './GroupLine';
import { ServerLine } from './ServerLine';
import type { Item } from './items';
import type { Layout } from './layout';

export interface LineContext {
  columns: readonly string[];
  /** Whether servers of several targets may stand side by side. */
  hasTargets: boolean;
  layout: Layout;
  onChoose: Choose;
  onActive: (key: string) => void;
}

export interface LineState {
  rowIndex: number;
  /** The line that the keys act on; the only one that Tab reaches. */
  isActive: boolean;
  selection: 'all' | 'some' | 'none';
  isChanged: boolean;
}

/** One line of the table, drawn anew only when something of it changes. */
export const Line = memo(function Line({
  item,
  ...rest
}: { item: Item } & LineState & LineContext) {
  return item.kind === 'server' ? (
    <ServerLine row={item.row} {...rest} />
  ) : (
    <GroupLine item={item} {...rest} />
  );
});
