import { widthOf } from './layout';

/** Fixed widths: a row that comes into sight moves no column. */
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
