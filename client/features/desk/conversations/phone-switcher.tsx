import { PenLine } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { hasGone, isParted, longestWaitingKey, waitingSince } from '#client/drill/model/drill-rounds.ts';
import { holdNow } from '#client/drill/model/hold-fold.ts';
import { ConversationWait } from '#client/drill/status/conversation-wait.tsx';
import { HoldMark } from '#client/features/desk/hold/hold-parts.ts';
import { selectConversation, unreadCountOf, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { draftOf } from '#client/features/desk/model/drill-drafts.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { Badge } from '#client/ui/layout/badge.tsx';

/** So many stand side by side at 360 px; more scroll, and one of them may be out of sight. */
const MAX_IN_SIGHT = 3;

const usePresentKeys = (): readonly string[] =>
  useDrill(
    useShallow(({ view }) => (view.endReason === null ? view.arrivalOrder.filter((key) => !hasGone(view, key)) : [])),
  );

/** On a phone: whether every customer at the desk is in sight beside the open conversation. */
export const useAllInSight = (): boolean => usePresentKeys().length <= MAX_IN_SIGHT;

/**
 * On a phone the list is out of sight. Over the composer, where the thumb is, stands each customer at the desk in order
 * of arrival, with the wait, what is unread, and whether a draft was left. Whose conversation is open is always in sight
 * (RULES X60).
 */
export const PhoneSwitcher = () => {
  const { t } = useTranslation('desk');
  const isPhone = usePhone();
  const keys = usePresentKeys();
  if (!isPhone || keys.length < 2) return null;
  return (
    <nav aria-label={t('switcher')} className="flex shrink-0 overflow-x-auto border-line border-t bg-surface">
      {keys.map((key) => (
        <SwitcherButton key={key} id={key} isInSight={keys.length <= MAX_IN_SIGHT} />
      ))}
    </nav>
  );
};

const SwitcherButton = ({ id, isInSight }: { id: string; isInSight: boolean }) => {
  const { t } = useTranslation('desk');
  const conversation = useDrill((state) => state.view.conversations[id]);
  const isLongest = useDrill((state) => longestWaitingKey(state.view) === id);
  const hasParted = useDrill((state) => isParted(state.view, id));
  const isOpen = useDeskUi((state) => state.selected === id);
  const seenCount = useDeskUi((state) => state.seenBubbles[id]);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) button.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [isOpen]);
  if (conversation === undefined) return null;
  const unreadCount = isOpen ? 0 : unreadCountOf(conversation, seenCount);
  const since = waitingSince(conversation);
  const hold = holdNow(conversation);
  return (
    <button
      ref={button}
      type="button"
      aria-current={isOpen ? 'true' : undefined}
      onClick={() => {
        if (!isOpen) selectConversation(id);
      }}
      className={cx(
        'relative grid min-h-48 content-center gap-y-1 border-line border-r px-10 text-left last:border-r-0 focus-visible:-outline-offset-2',
        isInSight ? 'min-w-0 flex-1' : 'w-116 shrink-0',
        isOpen && 'bg-tint before:absolute before:inset-x-0 before:top-0 before:h-3 before:bg-accent-solid',
      )}
    >
      <span className="flex min-w-0 items-center gap-6 text-13 leading-[18px]">
        <span lang="zh-CN" className={cx('cut', (since !== null || unreadCount > 0) && 'font-semibold')}>
          {conversation.name}
        </span>
        {unreadCount > 0 ? <Badge count={unreadCount} label={t('unread', { n: unreadCount })} /> : null}
      </span>
      <span className="flex min-w-0 items-center gap-6">
        {hold !== null && since === null ? (
          <HoldMark hold={hold} />
        ) : hasParted && since === null ? (
          <span className="inline-flex h-20 items-center whitespace-nowrap text-12 text-ink-3">
            {t('list.partedOne')}
          </span>
        ) : (
          <ConversationWait conversation={conversation} isLongest={isLongest} />
        )}
        {!isOpen && draftOf(id) !== '' ? (
          <span className="text-ink-2">
            <PenLine size={14} aria-hidden="true" />
            <span className="sr-only">{t('draft')}</span>
          </span>
        ) : null}
      </span>
    </button>
  );
};
