import Link from 'next/link';
import { Icon } from '@/components/ui/icons';
import { buttonClassName } from '@/components/ui/Button';
import { paths } from '@/lib/paths';
import { BATCH_WORDS } from './batch-words';

/** The doubt that only a person can end. It stands above everything else on the page. */
export function ParkedNotice() {
  const { word, sentence, remedy } = BATCH_WORDS.parked;
  return (
    <section
      aria-label="Outcome unknown"
      className="mb-3.5 flex flex-wrap items-start gap-3 rounded-xl border border-caution bg-caution-soft px-4 py-3"
    >
      <Icon name="unknown" width={20} height={20} className="shrink-0 text-caution" />
      <div className="min-w-0 flex-1 basis-72">
        <p className="text-base font-semibold text-caution">{word}</p>
        <p>{sentence}</p>
        <p>{remedy}</p>
      </div>
      <span className="flex flex-wrap gap-2">
        <Link href={paths.jobs} className={buttonClassName()}>
          Job history
        </Link>
        <Link href={paths.fleet} className={buttonClassName()}>
          Fleet
        </Link>
      </span>
    </section>
  );
}
