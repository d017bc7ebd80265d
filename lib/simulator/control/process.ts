/** The processor time and memory of this process, so that a bench can tell its share from the client's. */
export function describeProcess() {
  const { user, system } = process.cpuUsage();
  return { cpuSeconds: (user + system) / 1e6, residentBytes: process.memoryUsage.rss() };
}
