/**
 * The columns that axis, grid and lanes share: name, bar, words. Where there is little room the name and the
 * words stand above the bar.
 */
export const LANE_COLUMNS =
  'grid-cols-[minmax(0,1fr)_auto] gap-x-3 @2xl:grid-cols-[9rem_minmax(0,1fr)_10.5rem] @5xl:grid-cols-[12rem_minmax(0,1fr)_13rem]';
