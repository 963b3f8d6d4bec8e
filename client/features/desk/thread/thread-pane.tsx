import { useLayoutEffect } from 'react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { isAllClosed } from '#client/drill/model/drill-rounds.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { holdNow } from '#client/drill/model/hold-fold.ts';
import { Composer } from '#client/features/desk/composer/composer.tsx';
import { EndedFoot } from '#client/features/desk/conversations/ended-foot.tsx';
import { ReadyPanel } from '#client/features/desk/conversations/ready-panel.tsx';
import { HoldStrip } from '#client/features/desk/hold/hold-parts.ts';
import { noteSeen } from '#client/features/desk/model/desk-anatomy.ts';
import { markRead, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useIsTurnAttempt } from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { DoneStrip, PhoneQueue, PhoneTurn } from '#client/features/desk/rush/rush-parts.ts';
import { PaneNews } from '#client/features/desk/side/shop-news.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { later } from '#client/lib/later.tsx';
import type { DrillSummary, ShopBody } from '#contract/bodies.ts';
import { ThreadHead } from './thread-head.tsx';
import { ThreadLog } from './thread-log.tsx';

// Practice alone shows it; it is there before the first customer is.
const LedgerStrip = later(() => import('#client/drill/status/ledger-strip.tsx').then((module) => module.LedgerStrip));

// A phone shows them once a second customer is there.
const NextStrip = later(() =>
  import('#client/features/desk/conversations/next-strip.tsx').then((module) => module.NextStrip),
);
const PhoneSwitcher = later(() =>
  import('#client/features/desk/conversations/phone-switcher.tsx').then((module) => module.PhoneSwitcher),
);

const ReplayTaskStart = later(() =>
  import('#client/features/desk/conversations/replay-task-start.tsx').then((module) => module.ReplayTaskStart),
);

const ClosedPanel = later(() =>
  import('#client/features/desk/conversations/closed-panel.tsx').then((module) => module.ClosedPanel),
);

// Shown where customers go from seat to seat only.
const PassReturn = later(() =>
  import('#client/features/desk/transfers/pass-return.tsx').then((module) => module.PassReturn),
);
const PassingPanel = later(() =>
  import('#client/features/desk/transfers/passing-panel.tsx').then((module) => module.PassingPanel),
);
const HandedNote = later(() => import('#client/drill/hand-overs/handed-note.tsx').then((module) => module.HandedNote));

type Props = { summary: DrillSummary | null; shop: ShopBody | null; isFrozen: boolean };

/** The open conversation: its head, its open questions, its thread and the composer. */
export const ThreadPane = ({ summary, shop, isFrozen }: Props) => {
  const { t } = useTranslation('desk');
  const selected = useDeskUi((state) => state.selected);
  const conversation = useDrill((state) => (selected === null ? undefined : state.view.conversations[selected]));
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  const isReady = useDrill((state) => state.view.stopReason === 'not-started');
  const isPractice = useDrill((state) => state.view.opening?.mode === 'practice');
  const isRush = useDrill((state) => state.view.rush !== null);
  const isTurnAttempt = useIsTurnAttempt();
  const isAllOver = useDrill((state) => isAllClosed(state.view));
  const isPhone = usePhone();
  useMarkRead(conversation);
  if (conversation === undefined)
    return (
      <section aria-label={t('thread.label')} className="flex min-h-0 min-w-0 flex-1 flex-col">
        <PaneNews edge="top" />
        <div className="min-h-0 flex-1">
          <ReadyPanel summary={summary} />
        </div>
        <EndedFoot />
      </section>
    );
  const hold = hasEnded ? null : holdNow(conversation);
  const typeName = summary?.scenarios.find((scenario) => scenario.id === conversation.scenario)?.typeName ?? null;
  return (
    <section aria-label={t('thread.label')} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div inert={isFrozen} className="flex min-h-0 flex-1 flex-col">
        <ThreadHead conversation={conversation} typeName={typeName} />
        <div className="flex shrink-0">
          <NextStrip currentKey={conversation.key} />
          {isRush ? <PhoneQueue /> : null}
        </div>
        {isRush ? <PhoneTurn /> : null}
        {conversation.handed === null ? null : <HandedNote handed={conversation.handed} conversation={conversation} />}
        {conversation.passReturn === null ? null : <PassReturn passReturn={conversation.passReturn} />}
        {hold === null ? null : <HoldStrip conversation={conversation} hold={hold} />}
        {isPractice ? <LedgerStrip ledger={conversation.ledger} items={conversation.items} /> : null}
        <PaneNews edge="top" />
        {isFrozen ? <FrozenThread /> : <ThreadLog key={conversation.key} conversation={conversation} shop={shop} />}
        {isTurnAttempt ? null : <PhoneSwitcher />}
      </div>
      {hasEnded ? (
        <EndedFoot />
      ) : isTurnAttempt && isReady ? (
        <ReplayTaskStart />
      ) : conversation.passing !== null ? (
        <PassingPanel conversation={conversation.key} passing={conversation.passing} />
      ) : conversation.status === 'closed' &&
        (isPhone || isRush || isAllOver || conversation.nextRole !== null || conversation.transferNote !== null) ? (
        <ClosedPanel conversation={conversation} />
      ) : (
        <>
          {isRush ? <DoneStrip /> : null}
          <Composer key={conversation.key} conversation={conversation} shop={shop} />
        </>
      )}
    </section>
  );
};

/** The bubbles on screen count as read, and the anatomy notes that they were seen. */
const useMarkRead = (conversation: ConversationView | undefined): void => {
  const key = conversation?.key;
  const bubbleCount = conversation?.bubbleCount;
  // Before the paint, or the unread badge of the open conversation would flash.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `bubbleCount` is when to look again
  useLayoutEffect(() => {
    if (key === undefined) return;
    const updateSeen = () => {
      if (document.visibilityState === 'hidden') return;
      markRead(key);
      noteSeen(key);
    };
    updateSeen();
    document.addEventListener('visibilitychange', updateSeen);
    return () => document.removeEventListener('visibilitychange', updateSeen);
  }, [key, bubbleCount]);
};

/** Replaces the thread while the teacher speaks to the class. */
const FrozenThread = () => {
  const { t } = useTranslation('desk');
  return (
    <div className="grid flex-1 place-items-center text-center">
      <div>
        <p className="font-semibold text-18">{t('frozen.title')}</p>
        <p className="text-ink-2">{t('frozen.text')}</p>
      </div>
    </div>
  );
};
