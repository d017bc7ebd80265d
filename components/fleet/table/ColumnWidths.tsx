import { widthOf } from './layout';

/** Sets fixed widths, so that a row that becomes visible moves no column. */
export function ColumnWidths({ columns }: { columns: readonly string[] }) {
  return (
    <colgroup>
      <col style={{ width: '2.5rem' }} />
      {columns.map((column) => {
        const width = widthOf(column);
        return (
          <col key={column} style={width === undefined ? undefined : { width: `${width}rem` }} />
        );
      })}
    </colgroup>
  );
}
