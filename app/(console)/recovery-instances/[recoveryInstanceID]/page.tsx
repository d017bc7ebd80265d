import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { RecoveryInstancePage } from '@/components/recovery-instance/RecoveryInstancePage';
import { paths } from '@/lib/paths';
import { services } from '@/lib/services';
import { holderOfRecoveryInstance } from '@/lib/targets/holder';

export const metadata: Metadata = { title: 'Recovery instance' };

interface Props {
  params: Promise<{ recoveryInstanceID: string }>;
  searchParams: Promise<{ target?: string }>;
}

export default async function Page({ params, searchParams }: Props) {
  const { recoveryInstanceID } = await params;
  const { target } = await searchParams;
  const { targets } = services();
  if (!target && targets.all().length > 1) {
    const holder = await holderOfRecoveryInstance(targets, recoveryInstanceID);
    if (holder) redirect(paths.recoveryInstance(holder.name, recoveryInstanceID));
  }
  return <RecoveryInstancePage key={recoveryInstanceID} recoveryInstanceID={recoveryInstanceID} />;
}
