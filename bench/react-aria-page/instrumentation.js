/** Without a file of its own here, Next would take the console's, one folder up. */
export function register() {}
