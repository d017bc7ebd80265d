/** As the live service writes instants, microseconds and "+00:00", or as its model asks, with a "Z". */
export type TimestampFormat = 'live' | 'model';

/** An instant, from milliseconds since the epoch. */
export function wireTime(milliseconds: number, format: TimestampFormat = 'live'): string {
  const whole = Math.floor(milliseconds);
  const microseconds = String(Math.floor((milliseconds - whole) * 1000)).padStart(3, '0');
  const zone = format === 'live' ? '+00:00' : 'Z';
  return `${new Date(whole).toISOString().slice(0, -1)}${microseconds}${zone}`;
}

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
