import type { Metadata } from 'next';
import { Review } from '@/components/launch/review/Review';

export const metadata: Metadata = { title: 'Review failback' };

export default function ReviewPage() {
  return <Review />;
}
