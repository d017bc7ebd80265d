/** What a trace of the server shows of its launches. */
export interface TracedLaunches {
  launches: number;
  /** Launches that left before their intent was on disk, one sentence for each. */
  early: string[];
}

/** The system calls that matter, for strace. */
export const TRACED = 'pwrite64,pwritev,fsync,fdatasync,write,writev,sendto,sendmsg';

/**
 * Reads the output of `strace -f -y`: for every call of StartFailbackLaunch that was written to the network,
 * whether everything that had been written about its launch to the store was synced to disk by then, with an
 * fsync or fdatasync that had returned.
 */
export function traceLaunches(trace: string): TracedLaunches {
  const calls = joinResumed(trace.split('\n'));
  const sends = calls.flatMap((call, index) => {
    const tag = /POST \/StartFailbackLaunch .*(launch-[0-9a-z]{16})\/\d+/.exec(call);
    return tag?.[1] ? [{ index, launchID: tag[1] }] : [];
  });
  const early = sends.flatMap(({ index, launchID }) => {
    const before = calls.slice(0, index);
    const written = before.findLastIndex(
      (call) => /^\d+ +pwrite/.test(call) && call.includes(launchID),
    );
    if (written < 0) return [`${launchID} was sent and never written`];
    const synced = before
      .slice(written)
      .some((call) => /^\d+ +f(data)?sync\(\d+<[^>]*-wal>\) += 0/.test(call));
    return synced ? [] : [`${launchID} was sent before it was synced`];
  });
  return { launches: sends.length, early };
}

/**
 * The calls in the order in which they count. A write counts from where it begins, because its first byte may
 * leave then; a sync only from where it has returned.
 */
function joinResumed(lines: readonly string[]): string[] {
  const begun = new Map<string, { call: string; at: number }>();
  const calls: string[] = [];
  for (const line of lines) {
    const [thread = ''] = line.split(' ');
    const unfinished = /^(.*) <unfinished \.\.\.>$/.exec(line)?.[1];
    const resumed = /^\d+ +<\.\.\. \w+ resumed>(.*)$/.exec(line)?.[1];
    if (unfinished !== undefined) {
      begun.set(thread, {
        call: unfinished,
        at: calls.push(isSync(unfinished) ? '' : unfinished) - 1,
      });
    } else if (resumed !== undefined) {
      const start = begun.get(thread);
      if (start && isSync(start.call)) calls.push(start.call + resumed);
      else if (start) calls[start.at] = start.call + resumed;
    } else calls.push(line);
  }
  return calls;
}

const isSync = (call: string) => /^\d+ +f(data)?sync/.test(call);
