/** Without this file Next would load the one of the console, one folder up. */
export function register() {}
