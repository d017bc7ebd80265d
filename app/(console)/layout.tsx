import type { ReactNode } from 'react';
import { Providers } from '@/components/shell/Providers';
import { Shell } from '@/components/shell/Shell';
import { services } from '@/lib/services';
import { describeTargets } from '@/lib/targets/describe';

export default function ConsoleLayout({ children }: { children: ReactNode }) {
  const { targets, place, config } = services();
  return (
    <Providers renderedAt={renderedAt()} targets={describeTargets(targets)} place={place}>
      <Shell operator={config.operator}>{children}</Shell>
    </Providers>
  );
}

/** The layout is rendered on the server, once for each request. */
function renderedAt() {
  return new Date().toISOString();
}
