import { publishWatched } from '@/lib/store/watched';
import { Archive } from '@/lib/watch/archive';
import { Sharing } from './sharing';

type Settings = Omit<ConstructorParameters<typeof Sharing>[0], 'archive'>;

/** Makes what several processes on one store need to share one reader of a target. */
export function shareWatch(settings: Settings): { archive: Archive; sharing: Sharing } {
  const archive = new Archive({
    ...settings,
    save: (store, rows) => publishWatched(store, settings, rows),
  });
  return { archive, sharing: new Sharing({ ...settings, archive }) };
}
