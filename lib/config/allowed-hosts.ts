const DEFAULT = '127.0.0.1, localhost, [::1]';

/** The host names the console answers to, in lower case; they stand in one variable, separated by commas. */
export function parseAllowedHosts(text: string | undefined): string[] {
  return (text || DEFAULT)
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter(Boolean);
}
