// Where the pages are, so that no address is spelled twice.

export const paths = {
  fleet: '/',
  review: '/failback-launches/new',
  launches: '/failback-launches',
  launch: (launchID: string) => `/failback-launches/${launchID}`,
  jobs: '/jobs',
  job: (target: string, jobID: string) => `/jobs/${jobID}${inTarget(target)}`,
  jobServer: (target: string, jobID: string, server: string) =>
    `/jobs/${jobID}${inTarget(target)}&server=${encodeURIComponent(server)}`,
  recoveryInstance: (target: string, recoveryInstanceID: string) =>
    `/recovery-instances/${recoveryInstanceID}${inTarget(target)}`,
};

function inTarget(target: string) {
  return `?target=${encodeURIComponent(target)}`;
}
