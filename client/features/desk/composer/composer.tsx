import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { isComposing } from '#client/drill/model/desk-keys.ts';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { filledQuickReply, type QuickReply, quickReplyQuery } from '#client/drill/model/quick-replies.ts';
import { noteHintUse } from '#client/features/desk/model/desk-hints.ts';
import { insertionIsDone, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { type ComposerState, useComposer, useWords } from '#client/features/desk/model/use-composer.ts';
import { useQuickReplyList } from '#client/features/desk/model/use-quick-reply-list.ts';
import { MAX_MESSAGE_CHARACTERS, useSendBlock } from '#client/features/desk/model/use-send-block.ts';
import { useStableCallback } from '#client/lib/hooks/use-stable-callback.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { later } from '#client/lib/later.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { ComposerField } from './composer-field.tsx';
import { ComposerFoot } from './composer-foot.tsx';
import { ComposerNotes } from './composer-notes.tsx';
import { ComposerTools, QuickRepliesButton } from './composer-tools.tsx';
import { GreetingLine } from './greeting-line.tsx';
import { PlaceLine } from './place-line.tsx';

const QuickReplyList = later(() => import('./quick-reply-list.tsx').then((module) => module.QuickReplyList));
const PersonalLine = later(() =>
  import('#client/features/desk/personal-replies/personal-line.tsx').then((module) => module.PersonalLine),
);
const PhoneMore = later(() => import('./phone-more.tsx').then((module) => module.PhoneMore));

type Props = { conversation: ConversationView; shop: ShopBody | null };

/** The reply's length as far as it says whether it can be sent: another letter of a usual one is no other length. */
const blockingLength = (text: string): number => {
  const { length } = text.trim();
  return length > MAX_MESSAGE_CHARACTERS ? length : Math.min(length, 1);
};

/** The field for the reply. It can always be edited; when the reply can't be sent, it says why. */
export const Composer = ({ conversation, shop }: Props) => {
  const { t } = useTranslation('desk');
  const isPractice = useDrill((state) => state.view.opening?.mode === 'practice');
  const isPhone = usePhone();
  const composer = useComposer(conversation.key, isPractice);
  const [isDismissed, setIsDismissed] = useState(false);
  const [isOpenByButton, setIsOpenByButton] = useState(false);
  const typedQuery = useWords(composer.words, quickReplyQuery);
  const isEmpty = useWords(composer.words, (text) => text === '');
  const isOpen = isOpenByButton || (typedQuery !== null && !isDismissed);
  const block = useSendBlock(conversation, useWords(composer.words, blockingLength), isOpen && typedQuery !== null);
  const listId = useId();
  const placeId = useId();
  useFocusOnRequest(composer.field);
  const filled = (reply: QuickReply): QuickReply => ({
    ...reply,
    text: filledQuickReply(reply.text, conversation, shop),
  });
  useInsertion((reply) => composer.insert(filled(reply)));
  useEffect(() => {
    if (typedQuery === null) setIsDismissed(false);
  }, [typedQuery]);

  const close = () => {
    setIsOpenByButton(false);
    // What was typed to search the quick replies is no reply, so closing the list clears it. Other text that starts
    // with a slash stays.
    if (typedQuery !== null && /^[a-z0-9]*$/i.test(typedQuery)) composer.clear();
    else setIsDismissed(true);
    composer.field.current?.focus();
  };
  const toggleList = useStableCallback(() => (isOpen ? close() : setIsOpenByButton(true)));
  const send = useStableCallback(() => composer.send());
  const list = useQuickReplyList(shop?.quickReplies ?? [], typedQuery ?? '', {
    insert: (reply) => {
      setIsOpenByButton(false);
      if (typedQuery !== null) noteHintUse('phrases');
      composer.insert(filled(reply));
    },
    send: (chosen) => {
      if (block.deskReason !== null) return;
      setIsOpenByButton(false);
      const reply = filled(chosen);
      // In practice a quick reply with gaps goes into the composer first: the composer then asks about the gaps.
      if (isPractice && /\{[^{}]+\}/.test(reply.text)) return composer.insert(reply);
      composer.sendQuickReply(reply);
    },
    close,
  });

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (isOpen && list.onKey(event)) return;
    if (event.key !== 'Enter' || event.altKey) return;
    if (event.shiftKey) return noteHintUse('line');
    event.preventDefault();
    if (block.reason !== null) return;
    noteHintUse('send');
    composer.send();
  };

  return (
    <section aria-label={t('composer.label')} className="shrink-0 border-line border-t bg-surface">
      <ComposerNotes conversation={conversation.key} composer={composer} />
      {isOpen ? (
        <QuickReplyList
          id={listId}
          list={list}
          uses={conversation.quickReplyUses}
          canSend={block.deskReason === null}
          withSearch={typedQuery === null}
        />
      ) : null}
      <PersonalLine isShown={isOpen} />
      <div className={isPhone ? undefined : 'flex items-center'}>
        {isPhone ? <GreetingLine conversation={conversation} shop={shop} isEmpty={isEmpty} /> : null}
        <ComposerTools conversation={conversation} shop={shop} isListOpen={isOpen} onToggleList={toggleList} />
        {isPhone ? null : <GreetingLine conversation={conversation} shop={shop} isEmpty={isEmpty} />}
      </div>
      <PlaceLine id={placeId} place={conversation.place} />
      <div className={isPhone ? 'flex flex-wrap items-end gap-4 p-4' : 'px-12 pt-3 pb-8'}>
        {isPhone ? (
          <>
            <QuickRepliesButton isOpen={isOpen} onPress={toggleList} />
            <PhoneMore conversation={conversation} shop={shop} />
          </>
        ) : null}
        <ComposerField
          composer={composer}
          label={t('composer.to', { name: conversation.name })}
          describedBy={conversation.place === 'private' ? undefined : placeId}
          onKeyDown={onKeyDown}
          quickReplyList={isOpen ? { id: listId, activeId: list.activeId(listId) } : null}
        />
        {isPhone ? <ComposerFoot words={composer.words} reason={block.reason} onSend={send} /> : null}
      </div>
      {isPhone ? null : <ComposerFoot words={composer.words} reason={block.reason} onSend={send} />}
    </section>
  );
};

/** Takes in a quick reply that was chosen elsewhere. */
const useInsertion = (insert: ComposerState['insert']): void => {
  const insertion = useDeskUi((state) => state.insertion);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `insert` is made anew by every rendering
  useEffect(() => {
    if (insertion === null) return;
    insertionIsDone();
    insert(insertion);
  }, [insertion]);
};

const useFocusOnRequest = (area: { current: HTMLTextAreaElement | null }): void => {
  const focus = useDeskUi((state) => state.focus);
  const isPhone = usePhone();
  useEffect(() => {
    // No request for the focus yet: a customer who arrives must not take it from a trainee who is typing in another field.
    const isTypingElsewhere = document.activeElement?.matches('input, textarea, select') === true;
    if (focus.requestCount === 0 && isTypingElsewhere) return;
    // On a phone the keyboard would cover what the customer has just said.
    if (focus.pane === 'thread' && !isPhone) area.current?.focus();
  }, [focus, isPhone, area]);
};
