/** live: with microseconds and "+00:00", as the service writes instants; model: with a "Z", as its model asks. */
export type TimestampFormat = 'live' | 'model';

const DAY = 86_400_000;
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** An instant, from milliseconds since the epoch. It makes no Date, because every server has half a dozen instants. */
export function wireTime(milliseconds: number, format: TimestampFormat = 'live'): string {
  const whole = Math.floor(milliseconds);
  const days = Math.floor(whole / DAY);
  const ofDay = whole - days * DAY;
  const hours = TWO_DIGITS[Math.floor(ofDay / 3_600_000)];
  const minutes = TWO_DIGITS[Math.floor(ofDay / 60_000) % 60];
  const seconds = TWO_DIGITS[Math.floor(ofDay / 1_000) % 60];
  const microseconds = (ofDay % 1_000) * 1_000 + Math.floor((milliseconds - whole) * 1_000);
  const fraction = String(1_000_000 + microseconds).slice(1);
  return `${dateOf(days)}T${hours}:${minutes}:${seconds}.${fraction}${format === 'live' ? '+00:00' : 'Z'}`;
}

/** The calendar date of a day since the epoch; a rehearsal touches few of them. */
function dateOf(days: number): string {
  const known = DATES.get(days);
  if (known !== undefined) return known;
  const date = new Date(days * DAY).toISOString().slice(0, 10);
  DATES.set(days, date);
  return date;
}

const DATES = new Map<number, string>();

/** A duration, from seconds: P0D, PT26M, P2DT1H32M12.136909S. */
export function wireDuration(seconds: number): string {
  const micros = Math.round(seconds * 1e6);
  if (micros <= 0) return 'P0D';
  const whole = Math.floor(micros / 1e6);
  const days = Math.floor(whole / 86_400);
  const hours = Math.floor((whole % 86_400) / 3_600);
  const minutes = Math.floor((whole % 3_600) / 60);
  const rest = (whole % 60) + (micros % 1e6) / 1e6;
  const time = [hours && `${hours}H`, minutes && `${minutes}M`, rest && `${rest}S`]
    .filter(Boolean)
    .join('');
  return `P${days > 0 ? `${days}D` : ''}${time ? `T${time}` : ''}`;
}
