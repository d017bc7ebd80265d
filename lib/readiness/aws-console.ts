/** The Region that an Availability Zone or Local Zone belongs to, such as eu-central-1 for eu-central-1a. */
export function regionOfZone(zone: string | undefined): string | undefined {
  return zone?.match(/^[a-z]{2}(?:-[a-z]+)+-\d+/)?.[0];
}

/**
 * The DRS console of a Region, or its list of source servers. The console has an address of its own in each
 * partition: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/signing-into-govcloud.html
 */
export function drsConsoleURL(region: string, page?: 'sourceServers'): string {
  return `https://${consoleHost(region)}/drs/home?region=${region}${page ? `#/${page}` : ''}`;
}

function consoleHost(region: string): string {
  if (region.startsWith('us-gov-')) return `${region}.console.amazonaws-us-gov.com`;
  if (region.startsWith('cn-')) return `${region}.console.amazonaws.cn`;
  return `${region}.console.aws.amazon.com`;
}
