import type { Metadata } from 'next';
import { JobPage } from '@/components/jobs/JobPage';

interface Props {
  params: Promise<{ jobID: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { jobID } = await params;
  return { title: jobID };
}

export default async function Page({ params }: Props) {
  const { jobID } = await params;
  return <JobPage jobID={jobID} />;
}
