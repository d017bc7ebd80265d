import { memoizeByObject } from '../memoize-by-object';
import { Random } from '../random';
import type { Job, Participant } from './job';

/** A line of the job's log before it has a time: seconds of work since the job was created. */
export interface Step {
  after: number;
  event: string;
  data?: Record<string, string>;
}

/** What a job does to one server, in seconds of work since the job was created. */
export interface ServerSteps {
  steps: Step[];
  /** When the server's launch status turns to IN_PROGRESS; absent: it never does. */
  launchBegins?: number;
  ends: number;
  status: 'LAUNCHED' | 'FAILED' | 'TERMINATED' | 'PENDING';
}

/**
 * What a job does to a server: a function of both alone. Lengths follow published jobs, three to ten minutes.
 * The order of a FAILBACK job's log is assumed; see DIFFERENCES.md.
 */
export const stepsOf = (job: Job, participant: Participant) => stepsFor(participant, job);

const stepsFor = memoizeByObject((participant: Participant, job: Job): ServerSteps => {
  if (participant.launchOutcome === 'skipped') {
    return { steps: [{ after: 2, event: 'SERVER_SKIPPED' }], ends: 2, status: 'PENDING' };
  }
  if (job.initiatedBy === 'TERMINATE_RECOVERY_INSTANCES') return terminationSteps(job, participant);
  return job.initiatedBy === 'FAILBACK'
    ? failbackSteps(job, participant)
    : recoverySteps(job, participant);
});

function failbackSteps(job: Job, participant: Participant): ServerSteps {
  const random = new Random(job.jobID, participant.sourceServerID);
  const converts = random.between(5, 45);
  const conversion = random.between(110, 230);
  return launchSteps(participant, {
    before: [],
    converts,
    converted: converts + conversion,
    launched: converts + conversion + 1 + random.between(60, 240),
    launchStart: { targetInstanceID: participant.recoveryInstanceID },
    conversionEnd: {},
    conversionError:
      'Conversion failed on the Failback Client: volume /dev/sda is smaller than its source (64 GiB, needs 80 GiB).',
    launchError:
      'The machine did not come back after its reboot: boot device not found. Check that its firmware mode matches the original machine.',
  });
}

function recoverySteps(job: Job, participant: Participant): ServerSteps {
  const random = new Random(job.jobID, participant.sourceServerID);
  const converts = random.between(40, 60);
  const conversion = random.between(160, 230);
  return launchSteps(participant, {
    before: [
      { after: 0.8, event: 'SNAPSHOT_START' },
      { after: 1, event: 'SNAPSHOT_END' },
    ],
    converts,
    converted: converts + conversion,
    launched: converts + conversion + 1 + random.between(200, 300),
    launchStart: {},
    conversionEnd: { conversionServerID: `i-0${job.jobID.slice(-16)}` },
    conversionError: 'Conversion failed: the boot volume could not be read.',
    launchError: 'You are not authorized to perform this operation.',
  });
}

interface Launch {
  before: Step[];
  converts: number;
  converted: number;
  launched: number;
  conversionEnd: Record<string, string>;
  launchStart: Record<string, string>;
  conversionError: string;
  launchError: string;
}

function launchSteps(
  { launchOutcome, recoveryInstanceID }: Participant,
  launch: Launch,
): ServerSteps {
  const { converts, converted, launched } = launch;
  const begin = [...launch.before, { after: converts, event: 'CONVERSION_START' }];
  if (launchOutcome === 'fails-conversion') {
    const after = converts + (converted - converts) * 0.7;
    const data = { rawError: launch.conversionError };
    const steps = [...begin, { after, event: 'CONVERSION_FAIL', data }];
    return { steps, ends: after, status: 'FAILED' };
  }
  const launchBegins = converted + 1;
  const middle: Step[] = [
    ...begin,
    { after: converted, event: 'CONVERSION_END', data: launch.conversionEnd },
    { after: launchBegins, event: 'LAUNCH_START', data: launch.launchStart },
  ];
  if (launchOutcome === 'fails-launch') {
    const after = launchBegins + (launched - launchBegins) * 0.8;
    const data = { rawError: launch.launchError };
    const steps = [...middle, { after, event: 'LAUNCH_FAILED', data }];
    return { steps, launchBegins, ends: after, status: 'FAILED' };
  }
  // The live service writes LAUNCH_END although its model does not list it.
  const last = {
    after: launched,
    event: 'LAUNCH_END',
    data: { targetInstanceID: recoveryInstanceID },
  };
  return { steps: [...middle, last], launchBegins, ends: launched, status: 'LAUNCHED' };
}

function terminationSteps(job: Job, participant: Participant): ServerSteps {
  const random = new Random(job.jobID, participant.sourceServerID);
  const cleaned = random.between(30, 90);
  return {
    steps: [
      { after: 1, event: 'CLEANUP_START' },
      { after: cleaned, event: 'CLEANUP_END' },
    ],
    launchBegins: 1,
    ends: cleaned,
    status: 'TERMINATED',
  };
}
