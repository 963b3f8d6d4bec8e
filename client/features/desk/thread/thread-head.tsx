import { ChevronLeft, ClipboardList, Pause } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useNarrow, usePhone } from '#client/drill/model/desk-widths.ts';
import { longestWaitingKey, waitingSince } from '#client/drill/model/drill-rounds.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { heldUntil } from '#client/drill/model/hold-fold.ts';
import { ConversationMood } from '#client/drill/status/conversation-mood.tsx';
import { ConversationWait } from '#client/drill/status/conversation-wait.tsx';
import { PlaceTag } from '#client/drill/thread/place-words.tsx';
import { HeadClock } from '#client/features/desk/clock/desk-clock.tsx';
import { backToList, setDialog, setSheet } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { isHoldable } from '#client/features/desk/model/rush-commands.ts';
import { closeSelected, useIsClosable } from '#client/features/desk/model/use-desk-keys.ts';
import { TransferButton } from '#client/features/desk/transfers/transfer-button.tsx';
import { storyDay } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';

/** On a phone it stands under 更多: the head has no room. */
const HoldButton = ({ conversation }: { conversation: string }) => {
  const { t } = useTranslation('desk');
  const isNarrow = useNarrow();
  const isShown = useDrill(
    ({ view }) => isHoldable(view, conversation) && heldUntil(view.conversations[conversation]) === null,
  );
  return isShown ? (
    <Button
      kind={isNarrow ? 'bare' : 'plain'}
      size={isNarrow ? 'm' : 's'}
      square={isNarrow}
      aria-label={isNarrow ? t('hold.button') : undefined}
      title={isNarrow ? t('hold.button') : 'Alt H'}
      onClick={() => setDialog('hold')}
    >
      <Pause size={isNarrow ? 16 : 14} aria-hidden="true" />
      {isNarrow ? null : t('hold.button')}
    </Button>
  ) : null;
};

/** On a phone, which has no row for it. Left of 转给同事 and never in its place: a thumb on its way there ended the talk (RULES X104). */
const CloseButton = () => {
  const { t } = useTranslation('desk');
  return (
    <Button kind="bare" className="shrink-0 px-6" onClick={closeSelected}>
      {t('close.button')}
    </Button>
  );
};

export const ThreadHead = ({ conversation, typeName }: { conversation: ConversationView; typeName: string | null }) => {
  const { t } = useTranslation('desk');
  const isPhone = usePhone();
  const isNarrow = useNarrow();
  // On a phone the name has the room: that somebody was answered stands in the thread.
  const isWaiting = waitingSince(conversation) !== null;
  const isLongest = useDrill((state) => longestWaitingKey(state.view) === conversation.key);
  // Who has nothing more to say leaves the room to the name and to 结束会话.
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  const isClosing = useIsClosable(conversation) && isPhone && !hasEnded;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // On a phone the list has left the page, and the focus with it.
    if (isPhone) heading.current?.focus();
  }, [isPhone]);
  return (
    <div className="flex h-40 shrink-0 items-center gap-10 border-line border-b bg-surface pr-12 pl-16 max-pane:h-48 max-pane:gap-6 max-pane:px-2">
      {isPhone ? (
        <Button kind="bare" square aria-label={t('thread.back')} onClick={backToList}>
          <ChevronLeft size={18} aria-hidden="true" />
        </Button>
      ) : null}
      <h2 ref={heading} lang="zh-CN" tabIndex={-1} className="cut shrink font-semibold focus-visible:outline-none">
        {conversation.name}
      </h2>
      {isPhone ? null : (
        <>
          <Tag tone={conversation.isRegular ? 'accent' : 'plain'}>
            {t(conversation.isRegular ? 'regular' : 'newcomer')}
          </Tag>
          {typeName === null ? null : <Tag tone="line">{typeName}</Tag>}
        </>
      )}
      {/* On a phone the name has the room: the foot says in words who reads along (RULES X114). */}
      <PlaceTag place={conversation.place} isSmall={isPhone} />
      {isClosing ? null : <ConversationMood conversation={conversation} />}
      {isNarrow || conversation.story === null ? null : (
        <span className="cut min-w-0 shrink-[99] text-12 text-ink-2" title={t('thread.story')}>
          {storyDay(conversation.story)}
        </span>
      )}
      <span className="flex-1" />
      {isPhone && !(isClosing && isWaiting) ? <HeadClock /> : null}
      {isPhone && !isWaiting ? null : <ConversationWait conversation={conversation} isLongest={isLongest} />}
      {isPhone ? null : <HoldButton conversation={conversation.key} />}
      {isClosing ? <CloseButton /> : null}
      {/* Where 转给同事 goes meanwhile, its place stays empty. */}
      <span className={isClosing ? 'w-44 shrink-0' : 'contents'}>
        <TransferButton conversation={conversation} />
      </span>
      {isNarrow ? (
        <Button kind="bare" square aria-label={t('side.label')} title={t('side.label')} onClick={() => setSheet(true)}>
          <ClipboardList size={16} aria-hidden="true" />
        </Button>
      ) : null}
    </div>
  );
};
