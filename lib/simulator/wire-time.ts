// The formats that the live service really sends: microseconds and "+00:00", although its model asks for "Z".

/** An instant, from milliseconds since the epoch. */
export function wireTime(milliseconds: number): string {
  const whole = Math.floor(milliseconds);
  const microseconds = String(Math.floor((milliseconds - whole) * 1000)).padStart(3, '0');
  return `${new Date(whole).toISOString().slice(0, -1)}${microseconds}+00:00`;
}

/** A duration, from seconds: P0D, PT26M, P2DT1H32M12.136909S. */
export function wireDuration(seconds: number): string {
  if (seconds <= 0) return 'P0D';
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3_600);
  const minutes = Math.floor((seconds % 3_600) / 60);
  const rest = Number((seconds % 60).toFixed(6));
  const time = [hours && `${hours}H`, minutes && `${minutes}M`, rest && `${rest}S`]
    .filter(Boolean)
    .join('');
  return `P${days > 0 ? `${days}D` : ''}${time ? `T${time}` : ''}`;
}
