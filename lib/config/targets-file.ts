import { type Document, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import {
  jobsAtOnce,
  region,
  serversInAllJobs,
  serversPerJob,
  simulatorURL,
  targetName,
} from './schemas';
import { targetThresholds } from './thresholds';

const roleArn = z
  .string({ error: 'must be the ARN of a role' })
  .regex(
    /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
    'must be the ARN of a role, such as arn:aws:iam::123456789012:role/Homeward',
  );

/** The limits are those of AssumeRole. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const externalId = z
  .string({ error: 'must be a text; put it in quotes' })
  .regex(/^[\w+=,.@:/-]{2,1224}$/, 'must have 2 to 1224 letters, digits and + = , . @ : / -');

const entry = z
  .strictObject({
    name: targetName,
    region,
    roleArn: roleArn.optional(),
    externalId: externalId.optional(),
    simulator: simulatorURL.optional(),
    serversPerJob: serversPerJob.optional(),
    jobsAtOnce: jobsAtOnce.optional(),
    serversInAllJobs: serversInAllJobs.optional(),
    thresholds: targetThresholds.optional(),
  })
  .refine((target) => target.externalId === undefined || target.roleArn !== undefined, {
    error: 'stands without a roleArn; it is only sent when a role is assumed',
    path: ['externalId'],
  });

const file = z
  .strictObject({
    targets: z
      .array(entry, { error: 'must be a list of targets' })
      .min(1, 'must list at least one target'),
  })
  .check(({ value: { targets }, issues }) => {
    for (const [index, target] of targets.entries()) {
      const earlier = targets.slice(0, index);
      const complain = (setting: 'name' | 'region', message: string) =>
        issues.push({
          code: 'custom',
          input: target[setting],
          message,
          path: ['targets', index, setting],
        });
      if (earlier.some(({ name }) => name === target.name)) {
        complain('name', `is the name of an earlier target; "${target.name}" can be used once`);
      }
      const same = earlier.find((other) => accountRegionKey(other) === accountRegionKey(target));
      if (same) {
        complain('region', `is watched as "${same.name}" already, in the same account`);
      }
    }
  });

/** The account and Region of a target. Launches are kept apart by target, so no two targets may have the same. */
function accountRegionKey({
  region: inRegion,
  roleArn: arn,
  simulator,
}: z.infer<typeof entry>): string {
  const account = arn?.split(':')[4] ?? 'the account of the console';
  return [account, inRegion, simulator].join(' ');
}

export type TargetEntry = z.infer<typeof entry>;

/**
 * Reads the file of targets, YAML or JSON. Throws one error with a line for each mistake:
 * "targets.yaml:4: region is not the name of a Region; eu-west-1 is one".
 */
export function parseTargetsFile(text: string, fileName: string): TargetEntry[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => `${fileName}:${lines.linePos(offset).line}`;
  if (document.errors.length > 0) {
    const [first] = document.errors;
    throw new Error(`${at(first?.pos[0] ?? 0)}: ${first?.message.split('\n')[0]?.trim() ?? ''}`);
  }
  const parsed = file.safeParse(document.toJS());
  if (parsed.success) return parsed.data.targets;
  const complaints = parsed.error.issues.flatMap((issue) =>
    describe(issue).map(
      ({ path, sentence }) => `${at(offsetOf(document, path))}: ${nameOf(path)} ${sentence}`,
    ),
  );
  throw new Error(complaints.join('\n'));
}

type Path = PropertyKey[];

/** A key that nobody knows is told at its own line, not at that of the target that has it. */
function describe(issue: z.core.$ZodIssue): { path: Path; sentence: string }[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, sentence: issue.message }];
  const known = Object.keys(settingsAt(issue.path)).join(', ');
  return issue.keys.map((key) => ({
    path: [...issue.path, key],
    sentence: `is not a setting; the settings are ${known}`,
  }));
}

function settingsAt(path: Path): object {
  if (path.length === 0) return file.shape;
  return path.at(-1) === 'thresholds' ? targetThresholds.shape : entry.shape;
}

/** Where the node at a path begins; where it is absent, where the nearest node around it does. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function nameOf(path: Path): string {
  const name = path.findLast((part) => typeof part === 'string');
  return typeof path.at(-1) === 'number'
    ? `target ${Number(path.at(-1)) + 1}`
    : String(name ?? 'the file');
}
