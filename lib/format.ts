// Pure words for numbers and times. DRS writes instants with microseconds and "+00:00" and durations
// as ISO 8601 ("P0D", "P2DT1H32M12.136909S"); both are read here and nowhere else.

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The instant a DRS or Homeward time names; undefined when it names none. */
export function parseInstant(text: string | undefined): Date | undefined {
  if (!text) return undefined;
  const milliseconds = Date.parse(text);
  if (!Number.isNaN(milliseconds)) return new Date(milliseconds);
  // The standard knows three digits of a second; not every engine reads more.
  const shortened = text.replace(/(\.\d{3})\d+/, '$1');
  return shortened === text ? undefined : parseInstant(shortened);
}

/** The seconds of an ISO 8601 duration without months or years; undefined when it is none. */
export function parseDuration(text: string | undefined): number | undefined {
  const match = text?.match(
    /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/,
  );
  if (!match) return undefined;
  const [, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match;
  return (
    (Number(weeks) * 7 + Number(days)) * DAY +
    Number(hours) * HOUR +
    Number(minutes) * MINUTE +
    Number(seconds)
  );
}

/** "45 s", "2 min 30 s", "26 min", "1 h 12 min", "2 d 1 h": two units where the second still matters. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(Math.max(0, seconds));
  if (whole < MINUTE) return `${whole} s`;
  if (whole < 10 * MINUTE) return units(whole, [MINUTE, 'min'], [1, 's']);
  if (whole < HOUR) return `${Math.floor(whole / MINUTE)} min`;
  if (whole < DAY) return units(whole, [HOUR, 'h'], [MINUTE, 'min']);
  return units(whole, [DAY, 'd'], [HOUR, 'h']);
}

/** The same, rounded up to the smallest unit that is shown, so that "at most" stays true of it. */
export function formatDurationUp(seconds: number): string {
  const unit = seconds < 10 * MINUTE ? 1 : seconds < DAY ? MINUTE : HOUR;
  return formatDuration(Math.ceil(seconds / unit) * unit);
}

/** A DRS duration in words; what cannot be read is shown as it is, what is absent as a dash. */
export function formatISODuration(text: string | undefined): string {
  const seconds = parseDuration(text);
  return seconds === undefined ? (text ?? '–') : formatDuration(seconds);
}

/** The distance between two instants in one unit: "4 s", "14 min", "3 h", "2 d". */
export function formatAge(then: Date, now: Date): string {
  const seconds = Math.floor(Math.abs(now.getTime() - then.getTime()) / 1000);
  if (seconds < MINUTE) return `${seconds} s`;
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h`;
  return `${Math.floor(seconds / DAY)} d`;
}

/** "4 s ago", or "in 3 min" for what is to come. */
export function formatRelative(then: Date, now: Date): string {
  const age = formatAge(then, now);
  return then.getTime() > now.getTime() + 999 ? `in ${age}` : `${age} ago`;
}

/** "14:02:11 UTC" on the day of `now`, "24 Nov 2026 14:02:11 UTC" on any other. */
export function formatUTC(instant: Date, now: Date): string {
  const time = `${formatClock(instant)} UTC`;
  return instant.toISOString().slice(0, 10) === now.toISOString().slice(0, 10)
    ? time
    : `${formatUTCDate(instant)} ${time}`;
}

/** "14:02:11", in UTC. */
export function formatClock(instant: Date): string {
  return instant.toISOString().slice(11, 19);
}

/** The same of an instant as DRS writes it; one that cannot be read is shown as it is. */
export function formatWrittenClock(text: string): string {
  const instant = parseInstant(text);
  return instant ? formatClock(instant) : text;
}

/** "24 Nov 2026", in UTC. */
export function formatUTCDate(instant: Date): string {
  return utcDate.format(instant);
}

/** "18.2 GiB", "512 MiB", "0 B". */
export function formatBytes(bytes: number): string {
  const power = Math.min(
    Math.floor(Math.log2(Math.max(1, Math.abs(bytes))) / 10),
    BYTE_UNITS.length - 1,
  );
  const value = bytes / 2 ** (10 * power);
  const digits = power === 0 || value >= 100 ? 0 : 1;
  return `${Number(value.toFixed(digits))} ${BYTE_UNITS[power]}`;
}

/** "1 server", "45 servers". */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? singular : plural}`;
}

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

const utcDate = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

function units(whole: number, [large, largeName]: Unit, [small, smallName]: Unit): string {
  const rest = Math.floor((whole % large) / small);
  const head = `${Math.floor(whole / large)} ${largeName}`;
  return rest === 0 ? head : `${head} ${rest} ${smallName}`;
}

type Unit = [seconds: number, name: string];
