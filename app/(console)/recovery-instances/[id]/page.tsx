import type { Metadata } from 'next';
import { InstanceView } from '@/components/fleet/InstanceView';

export const metadata: Metadata = { title: 'Recovery instance' };

export default async function RecoveryInstancePage({
  params,
}: {
  params: Promise<{ id: string }>;
}) {
  return <InstanceView recoveryInstanceID={(await params).id} />;
}
