import type { TableRow } from './table-rows';

/**
 * Runs in an empty page: a windowed table without any library that can be scrolled, searched, sorted and selected as
 * a whole. Returns the milliseconds until its first rows stood there.
 */
export function plainTable({ headings, rows }: { headings: string[]; rows: TableRow[] }): number {
  const HEIGHT = 57;
  const from = performance.now();
  document.body.innerHTML =
    '<input type="search"><table><thead><tr><th><input type="checkbox"></th></tr></thead><tbody></tbody></table>';
  const body = document.querySelector('tbody');
  const search = document.querySelector<HTMLInputElement>('input[type="search"]');
  const all = document.querySelector<HTMLInputElement>('thead input');
  const selected = new Set<string>();
  let sorted = rows;
  let shown = rows;
  const draw = () => {
    const first = Math.max(0, Math.floor(window.scrollY / HEIGHT) - 12);
    const lines = shown.slice(first, first + 40).map(({ id, cells }) => {
      const line = document.createElement('tr');
      line.style.height = `${HEIGHT}px`;
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.checked = selected.has(id);
      line.insertCell().append(box);
      for (const text of cells) line.insertCell().textContent = text;
      return line;
    });
    const gap = (height: number) => {
      const line = document.createElement('tr');
      line.style.height = `${height}px`;
      return line;
    };
    const after = Math.max(0, shown.length - first - lines.length);
    body?.replaceChildren(gap(first * HEIGHT), ...lines, gap(after * HEIGHT));
  };
  const filter = () => {
    const text = search?.value ?? '';
    shown = sorted.filter(({ cells: [name = ''] }) => name.includes(text));
    draw();
  };
  for (const [place, heading] of headings.entries()) {
    const cell = document.createElement('th');
    cell.textContent = heading;
    const valueOf = ({ cells, lagSeconds }: TableRow) =>
      heading === 'Lag' ? lagSeconds : (cells[place] ?? '');
    let sign = -1;
    cell.addEventListener('click', () => {
      sign = -sign;
      sorted = rows.toSorted((one, other) => {
        const [value, another] = [valueOf(one), valueOf(other)];
        return sign * (Number(value > another) - Number(value < another));
      });
      filter();
    });
    all?.closest('tr')?.append(cell);
  }
  search?.addEventListener('input', filter);
  all?.addEventListener('change', () => {
    for (const { id } of shown) {
      if (all.checked) selected.add(id);
      else selected.delete(id);
    }
    draw();
  });
  window.addEventListener('scroll', draw);
  draw();
  return performance.now() - from;
}
