import { z } from 'zod';
import { isObject } from './is-object';

/** All that a type names, however deep, as if nothing were ever absent. */
type Names<Value> = Value extends readonly (infer Item)[]
  ? Names<Item>[]
  : Value extends object
    ? { [Name in keyof Value]-?: Names<NonNullable<Value[Name]>> }
    : Value;

/** What the SDK gives, if by its types it has all that a contract names. */
type Naming<Given, Named> = Names<Given> extends Names<Named> ? Given : never;

/** What is to be kept of a value: the value itself when that is all of it. */
type Keep = (value: unknown) => unknown;

/**
 * Takes over what DRS answered: what the contract does not name does not pass, and what is null is absent. The answer
 * becomes the result, for a copy of a fleet of ten thousand is some hundred thousand objects. Throws a SyntaxError for a
 * list or an object that is none.
 */
export function namedBy<Named>(contract: z.ZodType<Named>) {
  const keep = keepOf(contract);
  return <Given>(answer: Naming<Given, Named>): Named => keep(answer) as Named;
}

function keepOf(schema: z.core.$ZodType): Keep {
  if (schema instanceof z.ZodOptional) return keepOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return keepItems(keepOf(schema.element));
  if (schema instanceof z.ZodRecord) {
    const keep = keepOf(schema.valueType);
    return keepMembers(() => keep);
  }
  if (schema instanceof z.ZodObject) {
    const members = new Map(
      Object.entries(schema.shape).map(([name, member]) => [name, keepOf(member)]),
    );
    return keepMembers((name) => members.get(name));
  }
  if (LEAVES.some((leaf) => schema instanceof leaf)) return (value) => value;
  throw new TypeError('A contract of what DRS answers has a member of an unknown kind.');
}

const LEAVES = [z.ZodString, z.ZodNumber, z.ZodBoolean];

const keepItems =
  (keep: Keep): Keep =>
  (value) => {
    if (!Array.isArray(value))
      throw new SyntaxError('DRS answered with no list where one belongs.');
    const list: unknown[] = value;
    for (const [index, item] of list.entries()) if (item !== null) list[index] = keep(item);
    return list.includes(null) ? list.filter((item) => item !== null) : list;
  };

function keepMembers(keepOfMember: (name: string) => Keep | undefined): Keep {
  return (members) => {
    if (!isObject(members)) {
      throw new SyntaxError('DRS answered with no object where one belongs.');
    }
    const unwanted = new Set<string>();
    for (const name in members) {
      const member = members[name];
      const keep = keepOfMember(name);
      if (!keep || member === null) unwanted.add(name);
      else members[name] = keep(member);
    }
    // A member that is deleted makes an object slow for good.
    return unwanted.size > 0 ? omit(members, unwanted) : members;
  };
}

function omit(members: Record<string, unknown>, unwanted: ReadonlySet<string>) {
  return Object.fromEntries(Object.entries(members).filter(([name]) => !unwanted.has(name)));
}
