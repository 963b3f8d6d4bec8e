import { usePhone } from '#client/drill/model/desk-widths.ts';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { hasGone } from '#client/drill/model/drill-rounds.ts';
import { newTurn } from '#client/drill/model/rush-news.ts';
import type { RushView } from '#client/drill/model/rush-view.ts';
import { LiveWait } from '#client/drill/status/live-wait.tsx';
import { useIsFrozen } from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { LookButton } from '#client/features/desk/side/look-button.tsx';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TurnLine } from './turn-line.tsx';

/** Over the list in a rush: how many wait and how long, how many at once, minutes left. Nothing in another drill. */
export const RushStrip = () => {
  const rush = useDrill((state) => state.view.rush);
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  const isPhone = usePhone();
  return rush === null || hasEnded ? null : (
    <>
      <Strip rush={rush} />
      {isPhone ? <BetweenCustomers /> : null}
    </>
  );
};

/** On a phone goods and rules have their button in the head of a talk, and nobody is here to talk to (RULES X107). */
const BetweenCustomers = () => {
  const isFrozen = useIsFrozen();
  const isBetween = useDrill(
    ({ view }) => view.arrivalOrder.length > 0 && view.arrivalOrder.every((key) => hasGone(view, key)),
  );
  return isFrozen || !isBetween ? null : (
    <div className="grid border-line border-b px-12 py-8">
      <LookButton />
    </div>
  );
};

/** On a phone one line, and a second one only while a turn of the dial is told: the list below is what it is for. */
const Strip = ({ rush }: { rush: RushView }) => {
  const { t } = useTranslation('desk');
  const isPhone = usePhone();
  const longest = rush.queue[0]?.since ?? null;
  const takenCount = rush.exits.filter(({ how }) => how === 'colleague').length;
  // A phone has no room for all of it: how many at once stands over the queue's rows, too (RULES X113).
  const isFull = longest !== null && takenCount > 0;
  return (
    <section aria-label={t('rush.label')} className="shrink-0 border-line border-b px-12 py-5 text-12 leading-[20px]">
      <div className="flex h-22 items-center gap-8 whitespace-nowrap">
        {/* The minutes left stay whole; what doesn't fit is cut here, from its end. */}
        <div className="flex min-w-0 flex-1 items-center gap-8 overflow-hidden">
          <span className="text-ink-2">
            {t('rush.queue')} <b className="text-13 text-ink">{rush.queue.length}</b>
          </span>
          {longest === null ? null : (
            <span className="flex items-center gap-5 text-ink-3">
              {t('rush.longest')}
              <LiveWait since={longest} />
            </span>
          )}
          {takenCount === 0 ? null : <span className="cut text-ink-3">{t('rush.taken', { n: takenCount })}</span>}
        </div>
        {isPhone && !isFull ? <span className="text-ink-2">{t('rush.fixed', { n: rush.capacity })}</span> : null}
        <Left rush={rush} />
      </div>
      {isPhone ? <TurnLine rush={rush} className="-mx-6 rounded-3 px-6 leading-[22px]" /> : <Capacity rush={rush} />}
    </section>
  );
};

const Left = ({ rush }: { rush: RushView }) => {
  const { t } = useTranslation('desk');
  const left = useDrillClock(({ now }) => Math.ceil(Math.max(0, rush.endsAt - now) / 1000) * 1000);
  return (
    <span className="shrink-0 text-ink-3">
      {rush.isOver || left === 0 ? (
        t('rush.over')
      ) : (
        <>
          {t('rush.left')} <b className="font-semibold text-ink">{clock(left)}</b>
        </>
      )}
    </span>
  );
};

/** How many at once. While a turn of the dial is told, it says so already. */
const Capacity = ({ rush }: { rush: RushView }) => {
  const { t } = useTranslation('desk');
  const isTold = useDrillClock(({ now }) => newTurn(rush, now) !== null);
  return (
    <div className="min-h-22 leading-[22px]">
      <TurnLine rush={rush} className="-mx-6 rounded-3 px-6 leading-[22px]" />
      {isTold ? null : (
        <p className="cut text-ink-2">{t(rush.opened.dial ? 'rush.dialed' : 'rush.fixed', { n: rush.capacity })}</p>
      )}
    </div>
  );
};
