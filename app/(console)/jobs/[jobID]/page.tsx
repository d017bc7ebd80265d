import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { JobPage } from '@/components/jobs/JobPage';
import { paths } from '@/lib/paths';
import { services } from '@/lib/services';
import { holderOfJob } from '@/lib/targets/holder';

interface Props {
  params: Promise<{ jobID: string }>;
  searchParams: Promise<{ target?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { jobID } = await params;
  return { title: jobID };
}

export default async function Page({ params, searchParams }: Props) {
  const { jobID } = await params;
  const { target } = await searchParams;
  const { targets } = services();
  if (!target && targets.all().length > 1) {
    const holder = await holderOfJob(targets, jobID);
    if (holder) redirect(paths.job(holder.name, jobID));
  }
  return <JobPage jobID={jobID} />;
}
