/** Marks a file as a state file, so that no other file is taken for one. */
export const FORMAT = 'homeward-simulator';
export const VERSION = 2;
