import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { rushEndsAt } from '#client/drill/model/rush-end.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

const SECOND_MS = 1000;

/** Everybody of a rush has come and gone: how long it is until its end (RULES J164). Null: not yet. */
export const useDoneWords = (): string | null => {
  const { t } = useTranslation('desk');
  const endsAt = useDrill(({ view }) => rushEndsAt(view));
  const n = useDrillClock(({ now }) => (endsAt === null ? 0 : Math.ceil((endsAt - now) / SECOND_MS)));
  return endsAt === null ? null : t(n > 0 ? 'closed.done' : 'closed.doneSoon', { n });
};

/** The same over the composer, where somebody who is offline can still be left a word. */
export const DoneStrip = () => {
  const words = useDoneWords();
  return words === null ? null : (
    <p className="shrink-0 border-line border-t px-12 py-5 text-12 text-ink-2 leading-[20px]">{words}</p>
  );
};
