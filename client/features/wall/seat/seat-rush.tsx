import type { QueueEntry } from '#client/drill/model/rush-view.ts';
import { useWatched } from '#client/features/wall/model/watch-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import type { LiveTile } from '#client/lib/run/run-tiles.ts';

const NOBODY: readonly QueueEntry[] = [];

/** A rush over the shoulder: how many the seat is given, who waits in the queue, who gave up. Nothing of other drills. */
export const SeatRush = ({ tile }: { tile: LiveTile }) => {
  const { t } = useTranslation('wall');
  const queue = useWatched(({ desk }) => (desk?.drillId === tile.drill ? desk?.view.rush?.queue : null) ?? NOBODY);
  const { rush, left } = tile;
  if (rush === undefined) return null;
  return (
    <p className="flex shrink-0 flex-wrap gap-x-12 border-line border-b px-16 py-6 text-14 text-ink-2">
      <span>{t('rush.open', { n: rush.open, of: rush.capacity })}</span>
      <span>{t(rush.dial ? 'rush.dialed' : 'rush.fixed', { n: rush.capacity })}</span>
      {rush.queue === 0 ? null : (
        <span className="text-warn">
          {queue.length === 0
            ? t('rush.queue', { n: rush.queue })
            : t('rush.queueOf', { n: rush.queue, names: listed(queue.map(({ name }) => name)) })}
        </span>
      )}
      {left === 0 ? null : <span className="text-bad">{t('rush.left', { n: left })}</span>}
      {rush.over ? <span>{t('rush.over')}</span> : null}
    </p>
  );
};
