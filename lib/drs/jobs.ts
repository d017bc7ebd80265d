import {
  DescribeJobLogItemsCommand,
  DescribeJobsCommand,
  type DescribeJobsRequestFilters,
  type Job as DrsJob,
  type JobLog as DrsJobLogItem,
  type ParticipatingServer as DrsParticipatingServer,
  type SourceNetworkData,
} from '@aws-sdk/client-drs';
import type { Job, JobLogItem, ParticipatingServer } from '@/lib/contract/job';
import { type DrsDoor, withinTime } from './client';
import { readAllPages } from './pages';
import { present } from './present';

const PAGE_SIZE = 1000;

/** Jobs of the target, newest first: all of them, or those the filters name. */
export async function describeJobs(
  door: DrsDoor,
  filters: DescribeJobsRequestFilters = {},
): Promise<Job[]> {
  return readAllPages(
    (nextToken) =>
      door.reads.send(
        new DescribeJobsCommand({ filters, maxResults: PAGE_SIZE, ...present({ nextToken }) }),
        withinTime(door),
      ),
    toJob,
  );
}

/** Every line of a job's log, in the order DRS gives them. */
export async function describeJobLog(door: DrsDoor, jobID: string): Promise<JobLogItem[]> {
  return readAllPages(
    (nextToken) =>
      door.reads.send(
        new DescribeJobLogItemsCommand({ jobID, maxResults: PAGE_SIZE, ...present({ nextToken }) }),
        withinTime(door),
      ),
    toJobLogItem,
  );
}

/** Built member by member: what the contract does not name does not pass. Undefined without a job id. */
export function toJob(item: DrsJob): Job | undefined {
  if (!item.jobID) return undefined;
  return {
    jobID: item.jobID,
    ...present({
      arn: item.arn,
      type: item.type,
      initiatedBy: item.initiatedBy,
      status: item.status,
      creationDateTime: item.creationDateTime,
      endDateTime: item.endDateTime,
      participatingServers: item.participatingServers?.map(toParticipatingServer),
      participatingResources: item.participatingResources?.map((resource) =>
        present({
          launchStatus: resource.launchStatus,
          participatingResourceID:
            resource.participatingResourceID &&
            present({ sourceNetworkID: resource.participatingResourceID.sourceNetworkID }),
        }),
      ),
      tags: item.tags,
    }),
  };
}

function toParticipatingServer(server: DrsParticipatingServer): ParticipatingServer {
  const actions = server.launchActionsStatus;
  return present({
    sourceServerID: server.sourceServerID,
    recoveryInstanceID: server.recoveryInstanceID,
    launchStatus: server.launchStatus,
    launchActionsStatus:
      actions &&
      present({
        ssmAgentDiscoveryDatetime: actions.ssmAgentDiscoveryDatetime,
        runs: actions.runs?.map((run) =>
          present({
            runId: run.runId,
            status: run.status,
            failureReason: run.failureReason,
            action:
              run.action &&
              present({
                actionId: run.action.actionId,
                actionCode: run.action.actionCode,
                name: run.action.name,
                type: run.action.type,
                order: run.action.order,
                optional: run.action.optional,
                active: run.action.active,
                category: run.action.category,
                description: run.action.description,
              }),
          }),
        ),
      }),
  });
}

function toJobLogItem(item: DrsJobLogItem): JobLogItem {
  const data = item.eventData;
  return present({
    logDateTime: item.logDateTime,
    event: item.event,
    eventData:
      data &&
      present({
        sourceServerID: data.sourceServerID,
        conversionServerID: data.conversionServerID,
        targetInstanceID: data.targetInstanceID,
        rawError: data.rawError,
        eventResourceData: data.eventResourceData?.sourceNetworkData && {
          sourceNetworkData: toSourceNetwork(data.eventResourceData.sourceNetworkData),
        },
      }),
  });
}

function toSourceNetwork({ sourceNetworkID, sourceVpc, targetVpc, stackName }: SourceNetworkData) {
  return present({ sourceNetworkID, sourceVpc, targetVpc, stackName });
}
