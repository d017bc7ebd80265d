import type { ReactNode } from 'react';

/** A table; where there is little room each row becomes a card whose cells carry their own names. */
export function CardTable({
  caption,
  columns,
  children,
}: {
  caption: string;
  columns: string[];
  children: ReactNode;
}) {
  return (
    <div className="@container">
      <table className="block w-full text-left @3xl:table">
        <caption className="sr-only">{caption}</caption>
        <thead className="sr-only @3xl:not-sr-only @3xl:table-header-group">
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="px-4 py-2 text-xs font-medium whitespace-nowrap text-muted"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block @3xl:table-row-group">{children}</tbody>
      </table>
    </div>
  );
}

export function CardRow({ children }: { children: ReactNode }) {
  return (
    <tr className="block border-t border-line py-2 first:border-t-0 @3xl:table-row @3xl:first:border-t">
      {children}
    </tr>
  );
}

/** The cell that names its row. */
export function NameCell({ children }: { children: ReactNode }) {
  return (
    <th
      scope="row"
      className="block min-w-0 px-4 py-1 align-top font-medium @3xl:table-cell @3xl:py-2"
    >
      {children}
    </th>
  );
}

export function Cell({ name, children }: { name: string; children: ReactNode }) {
  return (
    <td className="flex min-w-0 gap-3 px-4 py-0.5 align-top @3xl:table-cell @3xl:py-2">
      <span aria-hidden className="w-28 shrink-0 text-xs leading-5 text-muted @3xl:hidden">
        {name}
      </span>
      <div className="min-w-0">{children}</div>
    </td>
  );
}
