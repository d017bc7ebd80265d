/** What this process has used, so that its share of a measurement can be told from the client's. */
export function describeProcess() {
  const { user, system } = process.cpuUsage();
  return { cpuSeconds: (user + system) / 1e6, residentBytes: process.memoryUsage.rss() };
}
