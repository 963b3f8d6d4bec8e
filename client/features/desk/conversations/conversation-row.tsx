import { memo } from 'react';
import { longestWaitingKey, waitingSince } from '#client/drill/model/drill-rounds.ts';
import { useShop } from '#client/drill/model/drill-shops.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { holdNow } from '#client/drill/model/hold-fold.ts';
import { isLeadWaiting, lastMessage } from '#client/drill/model/last-message.ts';
import { OrderFlags } from '#client/drill/shop/order-flags.tsx';
import { OrderWord } from '#client/drill/shop/order-word.tsx';
import { homeShopId, OtherShop } from '#client/drill/shop/other-shop.tsx';
import { ConversationMood } from '#client/drill/status/conversation-mood.tsx';
import { ConversationWait } from '#client/drill/status/conversation-wait.tsx';
import { HoldMark } from '#client/features/desk/hold/hold-parts.ts';
import { selectConversation, unreadCountOf, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Kbd } from '#client/ui/controls/kbd.tsx';
import { cx } from '#client/ui/cx.ts';
import { Badge } from '#client/ui/layout/badge.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';

/** Among twelve rows a mood that is calm and stays so says nothing, and takes the room of the customer's words. */
const hasMoodToTell = ({ moods, moodTrend }: ConversationView): boolean =>
  moods.at(-1)?.mood !== 'calm' || moodTrend !== 'steady';

/**
 * One customer's row. `sign`: of the key pressed with Alt (1–9, 0, - and =); null from the thirteenth customer on. In a rush a row has
 * two lines instead of three, so that twelve are in sight.
 */
export const ConversationRow = memo(({ id, sign }: { id: string; sign: string | null }) => {
  const { t } = useTranslation('desk');
  const conversation = useDrill((state) => state.view.conversations[id]);
  const isRush = useDrill((state) => state.view.rush !== null);
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  const deskShopId = useDrill((state) => homeShopId(state.view));
  const drillId = useDrill((state) => state.drillId);
  const isLongest = useDrill((state) => longestWaitingKey(state.view) === id);
  const isSelected = useDeskUi((state) => state.selected === id);
  const seenCount = useDeskUi((state) => state.seenBubbles[id]);
  const shop = useShop(conversation?.shop ?? null, drillId);
  if (conversation === undefined) return null;
  // Who has gone has nothing left to be read for.
  const isGone = conversation.status === 'closed' || (isRush && conversation.status === 'away');
  const unreadCount = isGone ? 0 : unreadCountOf(conversation, seenCount);
  const isNew = !isGone && seenCount === undefined && conversation.answeredBubbleCount === 0 && !isSelected;
  const since = waitingSince(conversation);
  const hold = hasEnded ? null : holdNow(conversation);
  const line = lastMessage(conversation, shop);
  return (
    <button
      type="button"
      data-conversation={id}
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => selectConversation(id)}
      className={cx(
        'relative grid w-full grid-cols-[22px_minmax(0,1fr)_auto] gap-x-8 gap-y-2 border-line border-b py-4 pr-10 pl-12 text-left leading-[18px] focus-visible:-outline-offset-2',
        'max-pane:grid-cols-[minmax(0,1fr)_auto] max-pane:px-12 max-pane:py-9 max-pane:leading-[20px]',
        isSelected
          ? 'bg-tint before:absolute before:inset-y-0 before:left-0 before:w-3 before:bg-accent-solid max-pane:bg-transparent max-pane:before:hidden'
          : 'hover:bg-soft',
      )}
    >
      {sign === null ? (
        <span className={cx(isRush ? 'row-span-2' : 'row-span-3', 'max-pane:hidden')} />
      ) : (
        <Kbd
          className={cx(
            isRush ? 'row-span-2' : 'row-span-3',
            'mt-1 h-22! w-22 max-pane:hidden',
            isSelected && 'border-accent-solid! bg-accent-solid! text-white!',
          )}
        >
          {sign}
        </Kbd>
      )}
      <span
        className={cx(
          'flex min-w-0 items-center gap-6 leading-[20px]',
          (since !== null || unreadCount > 0 || isNew) && 'font-semibold',
          isGone && 'text-ink-2',
        )}
      >
        <span lang="zh-CN" className="cut">
          {conversation.name}
        </span>
        <OrderFlags orders={conversation.orders} shop={shop} />
        {conversation.isRegular ? <Tag tone="accent">{t('regular')}</Tag> : null}
        {conversation.handed?.seat === undefined ? null : <Tag>{t('transfer.came')}</Tag>}
      </span>
      <span className="justify-self-end">
        {hold !== null && since === null ? (
          <HoldMark hold={hold} />
        ) : (
          <ConversationWait conversation={conversation} isLongest={isLongest} />
        )}
      </span>
      <span lang="zh-CN" className="cut text-12 text-ink-2 max-pane:text-13" title={line}>
        {line}
      </span>
      <span className="flex items-center gap-6 justify-self-end whitespace-nowrap text-12">
        {hold !== null && since !== null ? <HoldMark hold={hold} /> : null}
        {isRush && hasMoodToTell(conversation) ? <ConversationMood conversation={conversation} /> : null}
        {isNew && unreadCount === 0 ? <Tag tone="accent">{t('fresh')}</Tag> : null}
        {!isSelected && isLeadWaiting(conversation) ? <Tag tone="accent">{t('leadWord')}</Tag> : null}
        {unreadCount > 0 ? <Badge count={unreadCount} label={t('unread', { n: unreadCount })} /> : null}
      </span>
      {isRush ? null : (
        <span className="col-start-2 col-end-4 flex min-w-0 items-center gap-6 whitespace-nowrap text-12 text-ink-3 max-pane:col-start-1 max-pane:col-end-3 max-pane:text-13">
          <OrderWord conversation={conversation} />
          <OtherShop conversation={conversation} homeShopId={deskShopId} drillId={drillId} />
          <ConversationMood conversation={conversation} className="ml-auto" />
        </span>
      )}
    </button>
  );
});
ConversationRow.displayName = 'ConversationRow';
