import type { Metadata } from 'next';
import { LaunchList } from '@/components/launch/list/LaunchList';

export const metadata: Metadata = { title: 'Failback launches' };

export default function Page() {
  return <LaunchList />;
}
