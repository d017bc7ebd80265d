import type { Operation, Patch } from '@/lib/contract/patch';

/**
 * The value that a patch makes of another, which stays as it is. What the patch does not touch is the very same
 * object afterwards, so `===` tells what has changed. Throws when the patch does not fit the value.
 */
export function applyPatch<Value>(value: Value, patch: Patch): Value {
  const root: Box = { value };
  const ours = new Set<unknown>([root]);
  for (const operation of patch) applyOperation(root, operation, ours);
  return root.value as Value;
}

type Members = Record<string, unknown>;
type Box = { value: unknown };

/** `ours` holds the copies made so far: each container is copied once, however often it is changed. */
function applyOperation(root: Box, operation: Operation, ours: Set<unknown>) {
  const keys = operation.path === '' ? [] : operation.path.slice(1).split('/').map(unescape);
  let parent = root as unknown as Members | unknown[];
  let key = 'value';
  for (const next of keys) {
    parent = writable(parent as Members, key, ours);
    key = next;
  }
  if (Array.isArray(parent)) changeList(parent, Number(key), operation);
  else if (operation.op === 'remove') delete parent[key];
  else setMember(parent, key, operation.value);
}

/** Plain assignment would take the key "__proto__", which a tag may have, for something else. */
function setMember(parent: Members, key: string, value: unknown) {
  Object.defineProperty(parent, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

function writable(parent: Members, key: string, ours: Set<unknown>): Members | unknown[] {
  const current = Object.hasOwn(parent, key) ? parent[key] : undefined;
  if (typeof current !== 'object' || current === null) {
    throw new Error('The patch does not fit the value.');
  }
  if (ours.has(current)) return current as Members;
  const copy = Array.isArray(current) ? [...current] : { ...current };
  ours.add(copy);
  setMember(parent, key, copy);
  return copy;
}

function changeList(list: unknown[], place: number, operation: Operation) {
  const last = operation.op === 'add' ? list.length : list.length - 1;
  if (!(place >= 0 && place <= last)) throw new Error('The patch does not fit the list.');
  if (operation.op === 'add') list.splice(place, 0, operation.value);
  else if (operation.op === 'remove') list.splice(place, 1);
  else list[place] = operation.value;
}

const unescape = (key: string) => key.replaceAll('~1', '/').replaceAll('~0', '~');
