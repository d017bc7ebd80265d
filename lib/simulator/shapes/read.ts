import { AwsError } from '../errors';
import type { Shape, Structure } from './shape';

/**
 * Reads a value from JSON as a shape wants it: members that the shape does not name are left out, and a member
 * that is null is absent. A wrong type is a SerializationException, which comes before any broken constraint.
 * https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 */
export function readStructure(
  shape: Structure,
  value: unknown,
  path = '',
): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(path);
  const given = value as Record<string, unknown>;
  const members = Object.entries(shape.members)
    .filter(([name]) => Object.hasOwn(given, name) && given[name] !== null)
    .map(([name, member]) => [name, read(member, given[name], `${path}/${name}`)] as const);
  return Object.fromEntries(members);
}

function read(shape: Shape, value: unknown, path: string): unknown {
  switch (shape.type) {
    case 'structure':
      return readStructure(shape, value, path);
    case 'list':
      if (!Array.isArray(value)) throw wrongType(path);
      return value.map((item, index) => read(shape.of, item, `${path}/${index}`));
    case 'map':
      return readMap(shape, value, path);
    case 'string':
    case 'boolean':
      if (typeof value !== shape.type) throw wrongType(path);
      return value;
    default:
      return readNumber(shape.type, value, path);
  }
}

function readMap(shape: Extract<Shape, { type: 'map' }>, value: unknown, path: string) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(path);
  const place = shape.sensitive ? `${path}/*` : path;
  const entries = Object.entries(value).map(([key, item]) => [key, read(shape.value, item, place)]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** The largest whole numbers of the two types. */
const LARGEST = { integer: 2 ** 31 - 1, long: Number(2n ** 63n - 1025n) };

function readNumber(type: 'integer' | 'long', value: unknown, path: string) {
  if (!Number.isInteger(value) || Math.abs(value as number) > LARGEST[type]) throw wrongType(path);
  return value;
}

const wrongType = (path: string) =>
  new AwsError(400, 'SerializationException', `Unexpected type at '${path || '/'}'`);
