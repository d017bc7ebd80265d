/**
 * Runs in an empty page: a windowed table without any library that can be scrolled, searched and selected as a
 * whole. Returns the milliseconds until its first rows stood there.
 */
export function plainTable(count: number): number {
  const HEIGHT = 57;
  const servers = Array.from({ length: count }, (_, index) => `erp-db-${index}`);
  const from = performance.now();
  document.body.innerHTML =
    '<input type="search"><table><thead><tr><th><input type="checkbox"></th><th>Server</th></tr></thead><tbody></tbody></table>';
  const body = document.querySelector('tbody');
  const search = document.querySelector<HTMLInputElement>('input[type="search"]');
  const all = document.querySelector<HTMLInputElement>('thead input');
  const selected = new Set<string>();
  let shown = servers;
  const draw = () => {
    const first = Math.max(0, Math.floor(window.scrollY / HEIGHT) - 12);
    const rows = shown.slice(first, first + 40).map((name) => {
      const row = document.createElement('tr');
      row.style.height = `${HEIGHT}px`;
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.checked = selected.has(name);
      row.insertCell().append(box);
      for (const text of [name, 'Ready', 'Healthy', '3 s', '–', 'On-premises']) {
        row.insertCell().textContent = text;
      }
      return row;
    });
    const gap = (height: number) => {
      const row = document.createElement('tr');
      row.style.height = `${height}px`;
      return row;
    };
    const after = Math.max(0, shown.length - first - rows.length);
    body?.replaceChildren(gap(first * HEIGHT), ...rows, gap(after * HEIGHT));
  };
  search?.addEventListener('input', () => {
    shown = servers.filter((name) => name.includes(search.value));
    draw();
  });
  all?.addEventListener('change', () => {
    for (const name of shown) {
      if (all.checked) selected.add(name);
      else selected.delete(name);
    }
    draw();
  });
  window.addEventListener('scroll', draw);
  draw();
  return performance.now() - from;
}
