'use client';

import { useQuery } from '@tanstack/react-query';
import { Icon } from '@/components/ui/icons';
import { healthQuery } from '@/lib/queries/health';

/** Says on every page about launches that they cannot be recorded, because none is started then. */
export function StoreBanner() {
  const { data } = useQuery(healthQuery());
  if (!data || data.store.ok) return null;
  return (
    <div
      role="alert"
      className="mb-3.5 flex items-start gap-3 rounded-xl border border-caution bg-caution-soft px-4 py-3"
    >
      <Icon name="caution" width={20} height={20} className="shrink-0 text-caution" />
      <div>
        <p className="text-base font-semibold text-caution">Launches cannot be recorded</p>
        <p>{data.store.detail} Launching goes on by itself as soon as the store can be used.</p>
      </div>
    </div>
  );
}
