// Where the pages are, so that no address is spelled twice.

export const paths = {
  fleet: '/',
  review: '/failback-launches/new',
  launches: '/failback-launches',
  launch: (launchID: string) => `/failback-launches/${launchID}`,
  jobs: '/jobs',
  job: (jobID: string) => `/jobs/${jobID}`,
  recoveryInstance: (recoveryInstanceID: string) => `/recovery-instances/${recoveryInstanceID}`,
};
