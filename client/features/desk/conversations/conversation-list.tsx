import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { customerKey } from '#client/drill/model/desk-keys.ts';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { hasGone, isParted, longestWaitingKey, waitingCount } from '#client/drill/model/drill-rounds.ts';
import { heldConversations } from '#client/drill/model/hold-fold.ts';
import { useShowsHint } from '#client/features/desk/model/desk-hints.ts';
import { keepListTop, keptListTop, selectConversation, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { QueueDock, RushStrip } from '#client/features/desk/rush/rush-parts.ts';
import { PaneNews } from '#client/features/desk/side/shop-news.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { DrillSummary } from '#contract/bodies.ts';
import { ConversationRow } from './conversation-row.tsx';
import { EndedFoot } from './ended-foot.tsx';
import { ReadyPanel } from './ready-panel.tsx';

/**
 * Customers in order of arrival, which never changes: the trainee learns each one's number. Urgency is shown by looks,
 * not by order. In a rush more come than there are number keys and than fit, so whoever has gone stands below, and those
 * who are there have the keys from 1 on, from the top (RULES J164).
 */
export const ConversationList = ({ summary, inert }: { summary: DrillSummary | null; inert: boolean }) => {
  const { t } = useTranslation('desk');
  const isPhone = usePhone();
  const arrivalOrder = useDrill((state) => state.view.arrivalOrder);
  const slots = useDrill((state) => state.view.rush?.slots ?? null);
  const goneKeys = useDrill(useShallow(({ view }) => view.arrivalOrder.filter((key) => hasGone(view, key))));
  const heldCount = useDrill((state) => heldConversations(state.view).length);
  const signOf = (key: string) => customerKey((slots ?? arrivalOrder).indexOf(key));
  const scroll = useRef<HTMLElement>(null);
  useListPlace(scroll);
  useFocusOnRequest(scroll);
  useOnlyWaiting(scroll);
  const showsOrder = useShowsHint('order');
  // Who has been taken leave of takes up no place any more, though they are still here (RULES T53).
  const partedCount = useDrill(({ view }) => view.arrivalOrder.filter((key) => isParted(view, key)).length);
  const presentKeys = (slots ?? arrivalOrder).filter((key) => !goneKeys.includes(key));
  return (
    <section
      aria-label={t('list.label')}
      inert={inert}
      className="flex min-h-0 min-w-0 flex-1 flex-col border-line border-r bg-surface max-pane:border-r-0"
    >
      {slots === null ? null : <RushStrip />}
      <h2 className="flex h-40 shrink-0 items-center justify-between border-line border-b px-12 max-pane:hidden">
        <span className="font-semibold">{t('list.present', { n: presentKeys.length - partedCount })}</span>
        {partedCount > 0 ? (
          <span className="ml-8 text-12 text-ink-3">{t('list.parted', { n: partedCount })}</span>
        ) : null}
        {heldCount > 0 ? (
          <span className="ml-8 flex-1 text-12 text-ink-3">{t('hold.count', { n: heldCount })}</span>
        ) : null}
        {showsOrder ? <span className="text-12 text-ink-3">{t('list.byArrival')}</span> : null}
      </h2>
      <section
        ref={scroll}
        onScroll={(event) => keepListTop(event.currentTarget.scrollTop)}
        aria-label={t('list.present', { n: presentKeys.length - partedCount })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
        tabIndex={0}
        // Two rows keep their height: the queue below takes no more than the rest.
        className="min-h-120 flex-1 overflow-auto focus-visible:-outline-offset-2"
      >
        {presentKeys.map((key) => (
          <ConversationRow key={key} id={key} sign={signOf(key)} />
        ))}
        <StillToCome arrivedCount={arrivalOrder.length} />
        {goneKeys.length > 0 ? (
          <>
            <p className="border-line border-b px-12 py-6 text-12 text-ink-3">
              {t(slots === null ? 'list.closed' : 'list.gone', { n: goneKeys.length })}
            </p>
            {goneKeys.map((key) => (
              <ConversationRow key={key} id={key} sign={signOf(key)} />
            ))}
          </>
        ) : null}
        {isPhone ? <ReadyPanel summary={summary} /> : null}
      </section>
      {isPhone ? <PaneNews edge="bottom" /> : null}
      {slots === null ? null : <QueueDock />}
      {isPhone ? <PhoneFoot /> : null}
    </section>
  );
};

/**
 * On a phone the list comes back as it was left, since customers keep their places and are found again by them. Whoever has
 * waited longest is who is answered next: where their row would be out of sight, it is moved into it, by no more than that
 * (RULES X41). A rush has those who are there on top, and shows them unless the trainee comes from somebody who has gone (X114).
 */
const useListPlace = (scroll: RefObject<HTMLElement | null>): void => {
  useLayoutEffect(() => {
    const area = scroll.current;
    if (area === null) return;
    const { view } = useDrill.getState();
    const { selected } = useDeskUi.getState();
    // Without a rush nobody goes below.
    area.scrollTop = view.rush === null || hasGone(view, selected ?? '') ? keptListTop() : 0;
    const longestKey = longestWaitingKey(view);
    const row = [...area.querySelectorAll<HTMLElement>('[data-conversation]')].find(
      ({ dataset }) => dataset.conversation === longestKey,
    );
    row?.scrollIntoView?.({ block: 'nearest' });
  }, [scroll]);
};

/** The only customer who waits stands in sight, never under the heading or the foot (RULES J164). */
const useOnlyWaiting = (scroll: RefObject<HTMLElement | null>): void => {
  const onlyKey = useDrill(({ view }) => (waitingCount(view) === 1 ? longestWaitingKey(view) : null));
  useEffect(() => {
    const rows = scroll.current?.querySelectorAll<HTMLElement>('[data-conversation]') ?? [];
    const row = [...rows].find(({ dataset }) => dataset.conversation === onlyKey);
    row?.scrollIntoView?.({ block: 'nearest' });
  }, [onlyKey, scroll]);
};

const useFocusOnRequest = (scroll: RefObject<HTMLElement | null>): void => {
  const focus = useDeskUi((state) => state.focus);
  const isPhone = usePhone();
  useEffect(() => {
    if (focus.pane !== 'list' || focus.requestCount === 0) return;
    const area = scroll.current;
    const row = area?.querySelector<HTMLElement>('[aria-current="true"]') ?? area;
    // On a phone the list stands where `useListPlace` has put it; the focus would move it to the conversation left.
    row?.focus({ preventScroll: isPhone });
  }, [focus, isPhone, scroll]);
};

/** How many are still to come. In a rush nobody knows that (RULES Q8). */
const StillToCome = ({ arrivedCount }: { arrivedCount: number }) => {
  const { t } = useTranslation('desk');
  const customerCount = useDrill((state) => state.view.opening?.customers ?? null);
  const isReady = useDrill((state) => state.view.stopReason === 'not-started');
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  if (customerCount === null || hasEnded) return null;
  const stillToCome = customerCount - arrivedCount;
  const text =
    stillToCome > 0
      ? t('list.coming', { n: stillToCome })
      : customerCount === 1
        ? t('list.onlyOne')
        : t('list.allHere');
  if (isReady && arrivedCount === 0 && stillToCome <= 0) return null;
  return <p className="border-line border-b bg-soft px-12 py-6 text-12 text-ink-3">{text}</p>;
};

/** A button to the customer who has waited longest; after the drill, to the report. */
const PhoneFoot = () => {
  const { t } = useTranslation('desk');
  const endReason = useDrill((state) => state.view.endReason);
  const longestKey = useDrill((state) => longestWaitingKey(state.view));
  const name = useDrill((state) => (longestKey === null ? null : (state.view.conversations[longestKey]?.name ?? null)));
  if (endReason !== null) return <EndedFoot />;
  if (longestKey === null) return null;
  return (
    <div className="border-line border-t px-12 py-8">
      <Button kind="primary" className="w-full" onClick={() => selectConversation(longestKey)}>
        {t('list.longest', { name })}
      </Button>
    </div>
  );
};
