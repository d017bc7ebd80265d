import { LineCounter, type ParsedNode, isMap, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Scenario, scenario } from './schema';

/** A scenario that cannot be used. Each line of the message names the line of the file and the reason. */
export class ScenarioError extends Error {}

/** Reads a scenario from YAML, of which JSON is a part. Throws a ScenarioError. */
export function parseScenario(text: string, fileName: string): Scenario {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  if (document.errors.length > 0) {
    throw new ScenarioError(
      document.errors
        .map(({ pos, message }) => `${fileName}, line ${lineAt(pos[0])}: ${message}`)
        .join('\n'),
    );
  }
  const result = scenario.safeParse(document.toJS());
  if (result.success) return result.data;
  const complaints = result.error.issues
    .flatMap(flatten)
    .map((issue) => ({ line: lineAt(offsetOf(document.contents, issue)), issue }))
    .toSorted((one, other) => one.line - other.line)
    .map(({ line, issue: { path, message } }) => {
      const where = path.length > 0 ? `${path.join('.')}: ` : '';
      return `${fileName}, line ${line}: ${where}${message}`;
    });
  throw new ScenarioError(complaints.join('\n'));
}

/** The issues of the alternative that came closest, where a value may have several shapes. */
function flatten(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const closest = issue.errors.toSorted((one, other) => depthOf(other) - depthOf(one))[0];
  if (!closest || depthOf(closest) === 0) return [issue];
  return closest
    .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
    .flatMap(flatten);
}

const depthOf = (issues: z.core.$ZodIssue[]) =>
  Math.max(
    0,
    ...issues.map(({ path, code }) => path.length + (code === 'unrecognized_keys' ? 1 : 0)),
  );

/** Where in the text an issue is: at the key that is unknown, at the value that is wrong, or at what holds it. */
function offsetOf(contents: ParsedNode | null, issue: z.core.$ZodIssue): number {
  const path =
    issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  let node: unknown = contents;
  let offset = contents?.range[0] ?? 0;
  for (const step of path) {
    const key = isMap(node)
      ? node.items.find((pair) => String(pair.key) === String(step))?.key
      : undefined;
    node = (node as { get?: (key: unknown, keep: true) => unknown } | undefined)?.get?.(step, true);
    const found = (key ?? node) as { range?: [number, number, number] } | undefined;
    if (!found?.range) break;
    offset = found.range[0];
  }
  return offset;
}
