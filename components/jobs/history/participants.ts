import type { Job } from '@/lib/contract/job';
import { formatCount } from '@/lib/format';

/** Who takes part in a job: "45 servers", or for jobs about networks "1 network". */
export function participants({ participatingServers, participatingResources }: Job): string {
  const servers = participatingServers?.length ?? 0;
  const networks = participatingResources?.length ?? 0;
  const words = [
    servers > 0 && formatCount(servers, 'server'),
    networks > 0 && formatCount(networks, 'network'),
  ].filter(Boolean);
  return words.join(', ') || 'None named';
}
