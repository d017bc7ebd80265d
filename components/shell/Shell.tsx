'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icons';
import { UnansweredLaunches } from '@/components/launch/unanswered/UnansweredLaunches';
import { paths } from '@/lib/paths';
import { ConnectionBanner } from './ConnectionBanner';
import { PageLink } from './PageLink';
import { SimulatorBanner } from './SimulatorBanner';
import { TargetFacts } from './TargetFacts';

const NAV_ITEMS = [
  { href: paths.fleet, label: 'Fleet', under: [paths.review, '/recovery-instances'] },
  { href: paths.launches, label: 'Launches', under: [paths.launches] },
  { href: paths.jobs, label: 'Jobs', under: [paths.jobs] },
];

/** The frame of every page: the navigation, the banners, and what the console is connected to. */
export function Shell({ operator, children }: { operator: string; children: ReactNode }) {
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[11.5rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-raised focus:p-3"
      >
        Skip to the content
      </a>
      <header className="sticky top-0 z-20 flex items-center gap-x-3 border-b border-line bg-canvas px-3 py-2 md:h-dvh md:flex-col md:items-stretch md:gap-y-4 md:border-r md:border-b-0 md:py-4">
        <p className="flex items-center gap-2 font-semibold md:px-2 md:text-base">
          <Icon name="done" className="text-accent" />
          <span className="max-sm:sr-only">Homeward</span>
        </p>
        <Navigation />
        <TargetFacts operator={operator} />
      </header>
      <div className="min-w-0">
        <SimulatorBanner />
        <ConnectionBanner />
        <UnansweredLaunches />
        <main id="content" className="px-3 pt-4 pb-28 sm:px-6">
          {children}
        </main>
      </div>
    </div>
  );
}

function Navigation() {
  const here = usePathname();
  const current = NAV_ITEMS.find(
    ({ href, under }) => here === href || under.some((path) => here.startsWith(path)),
  );
  return (
    <nav aria-label="Main" className="flex gap-1 md:flex-col">
      {NAV_ITEMS.map((item) => (
        <PageLink
          key={item.href}
          href={item.href}
          aria-current={item === current ? 'page' : undefined}
          className={classNames(
            'inline-flex min-h-9 items-center rounded-lg px-2.5',
            item === current
              ? 'bg-accent-soft font-semibold text-ink'
              : 'text-muted hover:bg-done-soft hover:text-ink',
          )}
        >
          {item.label}
        </PageLink>
      ))}
    </nav>
  );
}
