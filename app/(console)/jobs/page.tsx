import type { Metadata } from 'next';
import { JobHistory } from '@/components/jobs/history/JobHistory';

export const metadata: Metadata = { title: 'Job history' };

export default function Page() {
  return <JobHistory />;
}
