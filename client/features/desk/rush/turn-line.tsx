import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { newTurn } from '#client/drill/model/rush-news.ts';
import type { RushView } from '#client/drill/model/rush-view.ts';
import { turnWords } from '#client/drill/status/rush-words.ts';
import { cx } from '#client/ui/cx.ts';

/** A turn of the dial with its reason, for some seconds; a screen reader says it once. */
export const TurnLine = ({ rush, className }: { rush: RushView; className?: string }) => {
  const turn = useDrillClock(({ now }) => newTurn(rush, now));
  return (
    <p role="status" className={turn === null ? undefined : cx('bg-tint font-semibold text-12 text-accent', className)}>
      {turn === null ? '' : turnWords(turn)}
    </p>
  );
};
