import { DrsError, validation } from './errors';

// The constraints of the DRS model, each with the wording that Smithy prescribes for breaking it.
// A wrong JSON type is another error than a broken constraint and is found first.

interface Finding {
  name: string;
  message: string;
}
export type Constraint = (value: unknown, path: string) => Finding[];

/** Checks the members of a request; absent members are checked only when required. */
export function checkShape(
  input: Record<string, unknown>,
  members: Record<string, { constraint: Constraint; required?: true }>,
) {
  const findings = Object.entries(members).flatMap(([name, { constraint, required }]) => {
    const value = input[name];
    if (value === undefined || value === null) {
      return required ? [finding(`/${name}`, 'Member must not be null')] : [];
    }
    return constraint(value, `/${name}`);
  });
  if (findings.length === 0) return;
  const count = `${findings.length} validation error${findings.length === 1 ? '' : 's'} detected. `;
  const message = count + findings.map((item) => item.message).join('; ');
  throw validation('fieldValidationFailed', message, findings);
}

export const text =
  ({ min = 0, max, pattern }: { min?: number; max: number; pattern?: RegExp }): Constraint =>
  (value, path) => {
    if (typeof value !== 'string') throw wrongType(path);
    const findings: Finding[] = [];
    const length = [...value].length;
    if (length < min || length > max) {
      findings.push(lengthFinding(path, length, min, max));
    }
    if (pattern && !pattern.test(value)) {
      const source = pattern.source;
      findings.push(finding(path, `Member must satisfy regular expression pattern: ${source}`));
    }
    return findings;
  };

export const list =
  ({ min = 0, max, of }: { min?: number; max: number; of: Constraint }): Constraint =>
  (value, path) => {
    if (!Array.isArray(value)) throw wrongType(path);
    const outside = value.length < min || value.length > max;
    return [
      ...(outside ? [lengthFinding(path, value.length, min, max)] : []),
      ...value.flatMap((item, index) => of(item, `${path}/${index}`)),
    ];
  };

/** The tag map. Its keys and values are sensitive and never echoed. */
export const tagMap: Constraint = (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(path);
  const part = text({ max: 256 });
  return Object.entries(value).flatMap(([key, item]) => [
    ...part(key, `${path}/key`),
    ...part(item, `${path}/value`),
  ]);
};

export const wholeNumber =
  ({ min }: { min: number }): Constraint =>
  (value, path) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType(path);
    return value < min ? [finding(path, `Member must be greater than or equal to ${min}`)] : [];
  };

export const object: Constraint = (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(path);
  return [];
};

const lengthFinding = (path: string, length: number, min: number, max: number) => ({
  name: path,
  message: `Value with length ${length} at '${path}' failed to satisfy constraint: Member must have length between ${min} and ${max}, inclusive`,
});

const finding = (path: string, constraint: string) => ({
  name: path,
  message: `Value at '${path}' failed to satisfy constraint: ${constraint}`,
});

const wrongType = (path: string) =>
  new DrsError(400, 'SerializationException', `Unexpected type at '${path}'`);
