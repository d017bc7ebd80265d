/** How close the lanes stand: few are easy on the eye, many fit on a screen. */
export type Density = 'comfortable' | 'compact' | 'dense';

export function densityOf(lanes: number): Density {
  if (lanes < 20) return 'comfortable';
  return lanes < 60 ? 'compact' : 'dense';
}
