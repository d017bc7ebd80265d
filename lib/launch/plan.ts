import { refusal } from '@/lib/contract/problem-error';

export interface PlannedBatch {
  number: number;
  recoveryInstanceIDs: string[];
}

/**
 * Divides a launch into batches, each of which is one call and one DRS job. DRS takes a limited number of
 * servers in a job (L-B827C881); what does not fit into one is refused for now.
 * https://docs.aws.amazon.com/general/latest/gr/drs.html
 */
export function planBatches(recoveryInstanceIDs: string[], serversPerJob: number): PlannedBatch[] {
  if (recoveryInstanceIDs.length > serversPerJob) {
    throw refusal({
      status: 400,
      code: 'too-many-servers',
      title: 'Too many servers for one job',
      detail: `A DRS job takes ${serversPerJob} servers and this launch has ${recoveryInstanceIDs.length}. Launch them in several parts.`,
    });
  }
  return recoveryInstanceIDs.length === 0 ? [] : [{ number: 1, recoveryInstanceIDs }];
}
