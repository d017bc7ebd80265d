'use client';

import { useEffect, useMemo, useState } from 'react';
import {
  Cell,
  Checkbox,
  Column,
  Input,
  Label,
  Row,
  SearchField,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';

/** The fleet as a table of React Aria would have it: sorted by any column, selected and searched. */
export default function Page() {
  const [{ headings, rows }, setTable] = useState({ headings: [], rows: [] });
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState({ column: 'Server', direction: 'ascending' });
  const [selected, setSelected] = useState(new Set());
  // The bench brings the rows once the page stands there.
  useEffect(() => {
    globalThis.showTable = setTable;
  }, []);
  const sorted = useMemo(() => sortRows(rows, headings, sort), [rows, headings, sort]);
  const shown = useMemo(
    () => sorted.filter(({ cells }) => cells[0].includes(search)),
    [sorted, search],
  );
  return (
    <>
      <SearchField value={search} onChange={setSearch}>
        <Label>Search</Label>
        <Input />
      </SearchField>
      {rows.length > 0 && (
        <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: 57, headingHeight: 33 }}>
          <Table
            aria-label="Recovery instances"
            selectionMode="multiple"
            selectedKeys={selected}
            onSelectionChange={setSelected}
            sortDescriptor={sort}
            onSortChange={setSort}
          >
            <TableHeader>
              <Column id="choice" width={40}>
                <Box />
              </Column>
              {headings.map((heading) => (
                <Column key={heading} id={heading} allowsSorting isRowHeader={heading === 'Server'}>
                  {heading}
                </Column>
              ))}
            </TableHeader>
            <TableBody items={shown}>
              {({ cells }) => (
                <Row>
                  <Cell>
                    <Box />
                  </Cell>
                  {cells.map((text, place) => (
                    <Cell key={headings[place]}>{text}</Cell>
                  ))}
                </Row>
              )}
            </TableBody>
          </Table>
        </Virtualizer>
      )}
    </>
  );
}

function Box() {
  return (
    <Checkbox slot="selection">
      <span style={{ display: 'inline-block', width: 16, height: 16, border: '1px solid' }} />
    </Checkbox>
  );
}

function sortRows(rows, headings, { column, direction }) {
  const place = headings.indexOf(column);
  const valueOf = column === 'Lag' ? ({ lagSeconds }) => lagSeconds : ({ cells }) => cells[place];
  const sign = direction === 'descending' ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [value, another] = [valueOf(one), valueOf(other)];
    return sign * (Number(value > another) - Number(value < another));
  });
}
