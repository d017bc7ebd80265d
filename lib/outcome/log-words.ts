// What the events of a job log say. The log of a FAILBACK job is published nowhere; the order is that of
// a recovery job without its snapshots, and LAUNCH_END is emitted although the API model does not list it.
// https://docs.aws.amazon.com/drs/latest/APIReference/API_JobLog.html

/** How the job of one server failed, by the event that reports it. */
export const FAILURES: Record<string, string> = {
  SNAPSHOT_FAIL: 'Snapshot failed',
  CONVERSION_FAIL: 'Conversion failed',
  LAUNCH_FAILED: 'Launch failed',
  CLEANUP_FAIL: 'Clean-up failed',
};

/** The same, counted: "2 failed in conversion". */
export const FAILED_IN: Record<string, string> = {
  SNAPSHOT_FAIL: 'failed in the snapshot',
  CONVERSION_FAIL: 'failed in conversion',
  LAUNCH_FAILED: 'failed at launch',
  CLEANUP_FAIL: 'failed in clean-up',
};
