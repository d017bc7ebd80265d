import { z } from 'zod';

/**
 * A value that DRS enumerates is a plain string: the service sends values that its model does not list (LAUNCH_END among
 * them), and one that Homeward does not know must travel through and be shown.
 */
export const openEnum = z.string();
