import { formatUTC, parseInstant } from '@/lib/format';
import type { Facts } from '../facts';
import type { Finding } from '../rule';

/** "In drsjob-4f1c7a02be6d93a8c". */
export function describeRunningJob({ runningJob, jobsAsOf }: Facts): string {
  if (runningJob) return `In ${runningJob.jobID}`;
  return jobsAsOf ? 'In no job that runs' : 'The jobs could not be read';
}

/** DRS lets a server be in one job at a time, whoever started it. */
export function judgeRunningJob({ runningJob, jobsAsOf, now }: Facts): Finding {
  if (runningJob) {
    const began = parseInstant(runningJob.creationDateTime);
    const since = began ? ` since ${formatUTC(began, now)}` : '';
    return {
      verdict: 'running',
      sentence: `In job ${runningJob.jobID}${since}, and a server can be in one job at a time.`,
      remedy: 'Watch that job to its end.',
    };
  }
  if (jobsAsOf) return 'pass';
  return {
    verdict: 'caution',
    sentence: 'The jobs could not be read, so one of them may hold this server.',
    remedy: 'Wait until they can be read, or look at the job history in the AWS console.',
  };
}
