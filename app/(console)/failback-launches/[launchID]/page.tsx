import type { Metadata } from 'next';
import { LaunchPage } from '@/components/launch/LaunchPage';

interface Props {
  params: Promise<{ launchID: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { launchID } = await params;
  return { title: launchID };
}

export default async function Page({ params }: Props) {
  const { launchID } = await params;
  return <LaunchPage launchID={launchID} />;
}
