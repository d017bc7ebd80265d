import type { Remedy } from '@/lib/contract/job';
import type { Stage } from './events';

const GUIDE = 'https://docs.aws.amazon.com/drs/latest/userguide';
const LAUNCH_ERRORS = `${GUIDE}/Troubleshooting-Launch-Errors.html`;
const FAILBACK_ERRORS = `${GUIDE}/Troubleshooting-Failback-Errors.html`;
const FAILBACK = `${GUIDE}/failback-performing.html`;

/** What DRS documents for an error, by the words it is recognised by; the first that fits is given. */
const BY_ERROR: [says: RegExp, sentence: string, source: string][] = [
  [
    /smaller than/i,
    'Give the machine that is failed back to volumes at least as large as those of the recovery instance.',
    FAILBACK,
  ],
  [
    /boot device|boot mode|firmware/i,
    'Boot the Failback Client in BIOS mode for Linux, and in the boot mode of the original machine for Windows. Take its ISO out of the boot order before the machine restarts.',
    FAILBACK,
  ],
  [/secure boot/i, 'Turn off secure boot on the machine that is failed back to.', FAILBACK],
  [
    /failback client (?:was )?not seen|FAILBACK_CLIENT_NOT_SEEN/i,
    'See that the Failback Client still runs and reaches the DRS endpoint on TCP 443; start it again if need be.',
    FAILBACK_ERRORS,
  ],
  [
    /recovery instance volumes|port 1500/i,
    'Let the Failback Client reach the recovery instance on TCP 1500, by a private route or a public address.',
    FAILBACK_ERRORS,
  ],
  [
    /credentials from cert|CredentialRetrievalError/i,
    'Set the hardware clock of the machine that is failed back to to UTC.',
    FAILBACK_ERRORS,
  ],
  [
    /HTTP channel/i,
    'See that the staging area subnet lets the conversion server reach the AWS endpoints on TCP 443: security group, network ACL, routes and DNS.',
    LAUNCH_ERRORS,
  ],
  [
    /BYOL/,
    'Let the launch template use a Dedicated Host, or turn off BYOL in the launch settings.',
    LAUNCH_ERRORS,
  ],
  [
    /encryption key could not be found/i,
    'Check that the KMS key of the replication settings exists, is enabled, and may be used by the DRS service roles.',
    LAUNCH_ERRORS,
  ],
  [
    /lifecycle state/i,
    'Wait until the initial sync has completed, and clear a stalled or disconnected replication first.',
    LAUNCH_ERRORS,
  ],
  [
    /not have permission|not authorized/i,
    'Attach the IAM policies that DRS requires for launching to whoever started the job.',
    LAUNCH_ERRORS,
  ],
];

const BY_STAGE: Partial<Record<Stage, string>> = {
  snapshot:
    'With a KMS key of your own, check that it exists, is enabled, and may be used by the DRS service roles. Then launch again.',
  conversion:
    'Launch again. If it fails again, open a case with AWS Support and give the id of this job.',
};

/** What DRS documents to do about a failure; undefined where it documents nothing. */
export function remedyFor(
  stage: Stage | undefined,
  rawError: string | undefined,
): Remedy | undefined {
  const [, sentence, source] = BY_ERROR.find(([says]) => rawError && says.test(rawError)) ?? [];
  if (sentence && source) return { sentence, source };
  const general = stage && BY_STAGE[stage];
  return general ? { sentence: general, source: LAUNCH_ERRORS } : undefined;
}
