import { validation } from '../errors';
import type { Bounds, Shape, StringShape, Structure } from './shape';

interface Finding {
  name: string;
  message: string;
}

/**
 * Holds what was read to the constraints of the model. Throws a ValidationException with the wording that
 * Smithy prescribes: https://smithy.io/2.0/spec/constraint-traits.html
 */
export function checkConstraints(shape: Structure, value: Record<string, unknown>) {
  const findings = ofStructure(shape, value, '');
  if (findings.length === 0) return;
  const count = `${findings.length} validation error${findings.length === 1 ? '' : 's'} detected. `;
  const message = count + findings.map((item) => item.message).join('; ');
  throw validation('fieldValidationFailed', message, findings);
}

function ofStructure({ members }: Structure, value: Record<string, unknown>, path: string) {
  return Object.entries(members).flatMap(([name, member]) => {
    const place = `${path}/${name}`;
    if (value[name] !== undefined) return of(member, value[name], place);
    return member.required ? [finding(place, 'Member must not be null')] : [];
  });
}

function of(shape: Shape, value: unknown, path: string): Finding[] {
  switch (shape.type) {
    case 'structure':
      return ofStructure(shape, value as Record<string, unknown>, path);
    case 'list': {
      const items = value as unknown[];
      return [
        ...ofLength(shape.length, items.length, path),
        ...items.flatMap((item, index) => of(shape.of, item, `${path}/${index}`)),
      ];
    }
    case 'map':
      return Object.entries(value as Record<string, string>).flatMap(([key, item]) => {
        // Sensitive values are never named, and neither are their keys.
        const place = shape.sensitive ? `${path}/*` : `${path}/${key}`;
        return [...ofString(shape.key, key, `${place}/key`), ...ofString(shape.value, item, place)];
      });
    case 'string':
      return ofString(shape, value as string, path);
    case 'boolean':
      return [];
    default:
      return ofRange(shape.range, value as number, path);
  }
}

function ofString({ length, pattern, values }: StringShape, value: string, path: string) {
  const findings = ofLength(length, [...value].length, path);
  if (values && !values.includes(value)) {
    findings.push(finding(path, `Member must satisfy enum value set: [${values.join(', ')}]`));
  }
  if (pattern && !pattern.test(value)) {
    findings.push(
      finding(path, `Member must satisfy regular expression pattern: ${pattern.source}`),
    );
  }
  return findings;
}

function ofLength(bounds: Bounds | undefined, length: number, path: string): Finding[] {
  if (!bounds || isWithin(bounds, length)) return [];
  const wanted = `Member must have length ${wordsFor(bounds)}`;
  return [finding(path, wanted, `Value with length ${length}`)];
}

function ofRange(bounds: Bounds | undefined, value: number, path: string): Finding[] {
  if (!bounds || isWithin(bounds, value)) return [];
  return [finding(path, `Member must be ${wordsFor(bounds)}`)];
}

function wordsFor([least, most]: Bounds): string {
  if (least === null) return `less than or equal to ${most}`;
  if (most === null) return `greater than or equal to ${least}`;
  return `between ${least} and ${most}, inclusive`;
}

const isWithin = ([least, most]: Bounds, value: number) =>
  value >= (least ?? -Infinity) && value <= (most ?? Infinity);

const finding = (path: string, constraint: string, what = 'Value'): Finding => ({
  name: path,
  message: `${what} at '${path}' failed to satisfy constraint: ${constraint}`,
});
