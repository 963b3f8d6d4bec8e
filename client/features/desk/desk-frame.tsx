import { type CSSProperties, useEffect, useMemo } from 'react';
import { useNarrow, usePhone, useVisibleArea } from '#client/drill/model/desk-widths.ts';
import { useShop } from '#client/drill/model/drill-shops.ts';
import { shopAfter, shopThen } from '#client/drill/model/shop-after.ts';
import { ShopThenContext } from '#client/drill/shop/shop-then.ts';
import { WaitClockContext } from '#client/drill/status/wait-clock.ts';
import { LastMinute } from '#client/features/desk/clock/desk-clock.tsx';
import { ConversationList } from '#client/features/desk/conversations/conversation-list.tsx';
import { useMessageSound } from '#client/features/desk/message-sound.ts';
import { openFirst, openThread, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { deskWaitClock } from '#client/features/desk/model/desk-wait-clock.ts';
import { useIsFrozen, useIsTurnAttempt } from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useDeskKeys } from '#client/features/desk/model/use-desk-keys.ts';
import { listWidth, sideWidth } from '#client/features/desk/panes/pane-width.ts';
import { usePersonalList } from '#client/features/desk/personal-replies/personal-list.ts';
import { SidePane } from '#client/features/desk/side/side-pane.tsx';
import { SideSheet } from '#client/features/desk/side/side-sheet.tsx';
import { ThreadPane } from '#client/features/desk/thread/thread-pane.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { later, useOnce } from '#client/lib/later.tsx';
import type { DrillSummary } from '#contract/bodies.ts';
import { DeskStrip } from './desk-strip.tsx';
import { DeskStrips } from './desk-strips.tsx';
import { Pane } from './pane.tsx';
import { PhoneBar } from './phone-bar.tsx';

const PaneSeparator = later(() =>
  import('#client/features/desk/panes/pane-separator.tsx').then((module) => module.PaneSeparator),
);

type Props = { title: string | null; summary: DrillSummary | null };

// Most desks are silent, and nobody waits before somebody has come.
const MessageTone = later(() => import('./message-tone.tsx').then((module) => module.MessageTone));
const WaitAnnouncer = later(() => import('./wait-announcer.tsx').then((module) => module.WaitAnnouncer));

const DeskDialogs = later(() => import('./desk-dialogs.tsx').then((module) => module.DeskDialogs));

/** Strip, list, thread, side; on a phone one of them at a time. */
export const DeskFrame = ({ title, summary }: Props) => {
  const isPhone = usePhone();
  const isTurnAttempt = useIsTurnAttempt();
  const arrivalCount = useDrill((state) => state.view.arrivalOrder.length);
  const selected = useDeskUi((state) => state.selected);
  const shopId = useDrill((state) => (selected === null ? null : (state.view.conversations[selected]?.shop ?? null)));
  const drillId = useDrill((state) => state.drillId);
  const pinnedShop = useShop(
    drillId === '' ? null : (shopId ?? summary?.rush?.shop ?? summary?.scenarios[0]?.shop ?? null),
    drillId,
  );
  const shopChanges = useDrill((state) => state.view.shopChanges);
  const own = usePersonalList((state) => state.replies);
  const shop = useMemo(() => {
    const now = shopAfter(pinnedShop, shopChanges);
    return now && { ...now, quickReplies: [...own, ...now.quickReplies] };
  }, [pinnedShop, shopChanges, own]);
  const thenShop = useMemo(() => shopThen(pinnedShop, shopChanges), [pinnedShop, shopChanges]);
  useDeskKeys(summary?.mode ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `arrivalCount` is when to look, the store is what to look at
  useEffect(() => {
    if (isTurnAttempt) openThread();
    else if (!isPhone) openFirst();
  }, [arrivalCount, isPhone, isTurnAttempt]);

  const hasTone = useMessageSound((state) => state.isOn);
  const hasOpened = useOnce(useDeskUi((state) => state.dialog !== null));
  const deskProps = { title, summary, shop };
  return (
    <WaitClockContext value={deskWaitClock}>
      <ShopThenContext value={thenShop}>
        {isPhone ? <PhoneDesk {...deskProps} /> : <WideDesk {...deskProps} />}
      </ShopThenContext>
      {hasOpened ? <DeskDialogs mode={summary?.mode ?? null} shop={shop} /> : null}
      {arrivalCount === 0 ? null : <WaitAnnouncer />}
      {hasTone ? <MessageTone /> : null}
      <LastMinute />
    </WaitClockContext>
  );
};

type DeskProps = Props & { shop: ReturnType<typeof useShop> };

const WideDesk = ({ title, summary, shop }: DeskProps) => {
  const isNarrow = useNarrow();
  const isFrozen = useIsFrozen();
  const { t } = useTranslation('desk');
  const list = listWidth.useWidth(({ width }) => width);
  const side = sideWidth.useWidth(({ width }) => width);
  // React sets them through the DOM, which the content security policy allows.
  const widths = {
    ...(list !== null && { '--list': `${list}px` }),
    ...(side !== null && { '--side': `${side}px` }),
  } as CSSProperties;
  return (
    <div
      style={widths}
      className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[48px_auto_minmax(0,1fr)] overflow-hidden"
    >
      <DeskStrip title={title} summary={summary} shopName={shop?.name ?? null} inert={isFrozen} />
      <DeskStrips />
      <main className="row-start-3 grid min-h-0 grid-cols-[min(var(--list,284px),30vw)_minmax(0,1fr)_min(var(--side,372px),40vw)] max-wide:grid-cols-[min(var(--list,260px),30vw)_minmax(0,1fr)_min(var(--side,344px),40vw)] max-side:grid-cols-[min(var(--list,260px),40vw)_minmax(0,1fr)]">
        <div className="relative flex min-h-0 min-w-0">
          <Pane>
            <ConversationList summary={summary} inert={isFrozen} />
          </Pane>
          <PaneSeparator pane={listWidth} edge="right" label={t('list.width')} />
        </div>
        <Pane>
          <ThreadPane summary={summary} shop={shop} isFrozen={isFrozen} />
        </Pane>
        {isNarrow ? (
          <SideSheet shop={shop} from="side" />
        ) : (
          <div className="relative flex min-w-0">
            <PaneSeparator pane={sideWidth} edge="left" label={t('side.width')} />
            <Pane>
              <SidePane shop={shop} inert={isFrozen} />
            </Pane>
          </div>
        )}
      </main>
    </div>
  );
};

const PhoneDesk = ({ title, summary, shop }: DeskProps) => {
  const pane = useDeskUi((state) => state.pane);
  const isFrozen = useIsFrozen();
  const visibleArea = useVisibleArea();
  // The part that no on-screen keyboard covers. React sets it through the DOM, which the content security policy allows.
  const areaStyle: CSSProperties = visibleArea === null ? {} : { height: visibleArea.height, top: visibleArea.top };
  return (
    <div className="fixed inset-x-0 top-0 flex h-dvh flex-col overflow-hidden bg-surface" style={areaStyle}>
      {pane === 'list' ? <PhoneBar title={title} summary={summary} inert={isFrozen} /> : null}
      <DeskStrips />
      <main className="flex min-h-0 flex-1 flex-col">
        <Pane>
          {pane === 'list' ? (
            <ConversationList summary={summary} inert={isFrozen} />
          ) : (
            <ThreadPane summary={summary} shop={shop} isFrozen={isFrozen} />
          )}
        </Pane>
        <SideSheet shop={shop} from="bottom" />
      </main>
    </div>
  );
};
