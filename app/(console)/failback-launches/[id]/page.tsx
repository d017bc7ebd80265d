import type { Metadata } from 'next';
import { LaunchPage } from '@/components/launch/LaunchPage';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: id };
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  return <LaunchPage launchID={id} />;
}
