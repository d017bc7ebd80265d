/** The height of the lanes: few lanes are high and easy to read, many are low and fit on a screen. */
export type Density = 'comfortable' | 'compact' | 'dense';

export function densityOf(lanes: number): Density {
  if (lanes < 20) return 'comfortable';
  return lanes < 60 ? 'compact' : 'dense';
}
