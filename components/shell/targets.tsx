'use client';

import { useSearchParams } from 'next/navigation';
import { type ReactNode, createContext, useContext } from 'react';
import type { Target } from '@/lib/contract/target';

const TargetsContext = createContext<readonly Target[]>([]);

/** The accounts and Regions of the console. They are part of the page: they do not change while it runs. */
export function TargetsProvider({
  targets,
  children,
}: {
  targets: readonly Target[];
  children: ReactNode;
}) {
  return <TargetsContext value={targets}>{children}</TargetsContext>;
}

export function useTargets(): readonly Target[] {
  return useContext(TargetsContext);
}

/** The target of a page: the one in its address, or the first of the console. */
export function useTargetName(): string {
  const targets = useTargets();
  const named = useSearchParams().get('target');
  return named ?? targets[0]?.name ?? '';
}
