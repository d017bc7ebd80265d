import type { Operation, Patch } from '@/lib/contract/patch';

/**
 * The patch that turns one JSON value into another. Members of a list are told apart by their ids where they
 * have some, so that a row that comes or goes is one operation; other lists are compared place by place.
 */
export function diff(before: unknown, after: unknown): Patch {
  const operations: Operation[] = [];
  compare(before, after, '', operations);
  return operations;
}

function compare(before: unknown, after: unknown, path: string, into: Operation[]): void {
  if (before === after) return;
  if (Array.isArray(before) && Array.isArray(after)) {
    compareLists(before, after, path, into);
  } else if (isObject(before) && isObject(after)) {
    compareObjects(before, after, path, into);
  } else {
    into.push({ op: 'replace', path, value: after });
  }
}

function compareObjects(before: Members, after: Members, path: string, into: Operation[]) {
  for (const key of Object.keys(before)) {
    if (!has(after, key)) into.push({ op: 'remove', path: `${path}/${escape(key)}` });
  }
  for (const [key, value] of Object.entries(after)) {
    if (value === undefined) continue;
    const inside = `${path}/${escape(key)}`;
    if (has(before, key)) compare(before[key], value, inside, into);
    else into.push({ op: 'add', path: inside, value });
  }
}

function compareLists(before: unknown[], after: unknown[], path: string, into: Operation[]) {
  const [old, next] = [idsOf(before), idsOf(after)];
  if (!old || !next) return comparePlaces(before, after, path, into);
  const places = new Map(next.map((id, place) => [id, place]));
  const kept = before.filter((_, place) => places.has(old[place] ?? ''));
  const keptIDs = old.filter((id) => places.has(id));
  // A list that was put into another order is cheaper to send than to describe.
  if (!isRising(keptIDs.map((id) => places.get(id) ?? 0))) {
    into.push({ op: 'replace', path, value: after });
    return;
  }
  for (let place = old.length - 1; place >= 0; place -= 1) {
    if (!places.has(old[place] ?? '')) into.push({ op: 'remove', path: `${path}/${place}` });
  }
  let known = 0;
  next.forEach((id, place) => {
    if (id === keptIDs[known]) {
      compare(kept[known], after[place], `${path}/${place}`, into);
      known += 1;
    } else {
      into.push({ op: 'add', path: `${path}/${place}`, value: after[place] });
    }
  });
}

function comparePlaces(before: unknown[], after: unknown[], path: string, into: Operation[]) {
  // A column of figures of which many have changed is shorter as a whole.
  const isColumn = [before, after].every((list) => !list.some(isContainer));
  const changed = after.filter((value, place) => value !== before[place]).length;
  if (isColumn && changed > after.length * WHOLE_SHARE + 1) {
    into.push({ op: 'replace', path, value: after });
    return;
  }
  for (let place = before.length - 1; place >= after.length; place -= 1) {
    into.push({ op: 'remove', path: `${path}/${place}` });
  }
  after.forEach((value, place) => {
    if (place < before.length) compare(before[place], value, `${path}/${place}`, into);
    else into.push({ op: 'add', path: `${path}/${place}`, value });
  });
}

/** An operation is about as long as ten figures. */
const WHOLE_SHARE = 0.1;

/** What tells the members of our lists apart, the most telling first. */
const ID_MEMBERS = ['jobID', 'launchID', 'recoveryInstanceID', 'sourceServerID'];

/** The ids of all members; undefined when one has none, or two have the same. */
function idsOf(list: unknown[]): string[] | undefined {
  const ids = list.map(idOf).filter((id) => id !== undefined);
  return ids.length === list.length && new Set(ids).size === ids.length ? ids : undefined;
}

function idOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const member = ID_MEMBERS.find((name) => typeof value[name] === 'string');
  return member && `${member} ${String(value[member])}`;
}

const isRising = (numbers: number[]) =>
  numbers.every((number, place) => place === 0 || number > (numbers[place - 1] ?? 0));

type Members = Record<string, unknown>;

const isContainer = (value: unknown) => typeof value === 'object' && value !== null;

const isObject = (value: unknown): value is Members => isContainer(value) && !Array.isArray(value);

/** An undefined member is no member: JSON does not carry it. */
const has = (object: Members, key: string) =>
  Object.hasOwn(object, key) && object[key] !== undefined;

/** RFC 6901: in a pointer "~" is written "~0" and "/" is written "~1". */
const escape = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
