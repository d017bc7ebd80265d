/** Makes an element. Text is always text and never markup. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== undefined));
  return made;
}

export const byID = (id) => document.getElementById(id);

const shown = new WeakMap();

/** Shows items in a parent, but leaves it alone when they are the same, and keeps the focus where it was. */
export function show(parent, items, makeOne) {
  const key = JSON.stringify(items);
  if (shown.get(parent) === key) return;
  shown.set(parent, key);
  const focused = parent.contains(document.activeElement)
    ? document.activeElement.dataset.key
    : undefined;
  parent.replaceChildren(...items.map(makeOne));
  if (focused) parent.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}
