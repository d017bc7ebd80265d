import type { LagSample, RecoveryInstance } from '@/lib/contract/recovery-instance';
import { parseDuration } from '@/lib/format';

/** Samples kept of each instance: a chart shows no more, and each is four bytes. */
const COLUMNS = 96;

/** Samples closer than this add nothing; beyond `WIDEST_SPACING` the oldest ones go. In milliseconds. */
const CLOSEST_SPACING = 4_000;
const WIDEST_SPACING = 5 * 60_000;

/**
 * The lag of each instance over the time that Homeward has watched it. All instances are sampled at the same
 * moments, so the moments are kept once. When the columns are full every second one is dropped and they grow
 * further apart, until they span eight hours: some 500 bytes for each instance, however long it is watched.
 */
export class LagHistory {
  #moments: number[] = [];
  #spacing = CLOSEST_SPACING;
  /** Seconds by column; NaN where the lag was not known. */
  readonly #lags = new Map<string, Float32Array>();

  /** Adds what a successful read says. An instance that is not listed any more is forgotten. */
  record(instances: readonly RecoveryInstance[], asOf: Date): void {
    const moment = asOf.getTime();
    const latest = this.#moments.at(-1);
    if (latest !== undefined && moment - latest < this.#spacing) return;
    if (this.#moments.length === COLUMNS) this.#makeRoom();
    const column = this.#moments.push(moment) - 1;
    for (const instance of instances) this.#set(instance, column);
    const listed = new Set(instances.map(({ recoveryInstanceID }) => recoveryInstanceID));
    for (const id of this.#lags.keys()) if (!listed.has(id)) this.#lags.delete(id);
  }

  /** The samples of one instance, oldest first, from the first moment at which its lag was known. */
  of(recoveryInstanceID: string): LagSample[] {
    const lags = this.#lags.get(recoveryInstanceID);
    if (!lags) return [];
    const samples = this.#moments.map((moment, column) => ({
      asOf: new Date(moment).toISOString(),
      lagSeconds: known(lags[column]),
    }));
    const first = samples.findIndex(({ lagSeconds }) => lagSeconds !== null);
    return first === -1 ? [] : samples.slice(first);
  }

  #set({ recoveryInstanceID, dataReplicationInfo }: RecoveryInstance, column: number): void {
    const seconds = parseDuration(dataReplicationInfo?.lagDuration);
    let lags = this.#lags.get(recoveryInstanceID);
    // Most of a fleet before its failback has no lag, and takes no room for it.
    if (!lags && seconds === undefined) return;
    if (!lags) {
      lags = new Float32Array(COLUMNS).fill(Number.NaN);
      this.#lags.set(recoveryInstanceID, lags);
    }
    lags[column] = seconds ?? Number.NaN;
  }

  #makeRoom(): void {
    const isWide = this.#spacing >= WIDEST_SPACING;
    const kept = (column: number) => (isWide ? column > 0 : column % 2 === 0);
    if (!isWide) this.#spacing = Math.min(WIDEST_SPACING, this.#spacing * 2);
    this.#moments = this.#moments.filter((_, column) => kept(column));
    for (const lags of this.#lags.values()) {
      lags.set(lags.filter((_, column) => kept(column)));
      lags.fill(Number.NaN, this.#moments.length);
    }
  }
}

/** The seconds of a sample as DRS gave them, which a 32-bit number holds to a thousandth. */
function known(seconds: number | undefined): number | null {
  return seconds === undefined || Number.isNaN(seconds) ? null : Math.round(seconds * 1000) / 1000;
}
