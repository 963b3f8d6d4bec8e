import { type ChangeEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type QuickReply, unfilledVariables } from '#client/drill/model/quick-replies.ts';
import { noteKeys, takeAnatomy, textChange } from './desk-anatomy.ts';
import { draftOf, onGivenBack, saveDraft } from './drill-drafts.ts';
import type { Provenance } from './drill-outbox.ts';
import { dismissNote, noteTyping, sendMessage } from './drill-send.ts';

/** Where the words came from: the quick reply inserted, and how many characters were pasted. */
type Origin = { quickReply: string | null; pasted: number };
const NO_ORIGIN: Origin = { quickReply: null, pasted: 0 };

const provenanceOf = (origin: Origin, text: string): Provenance => {
  if (origin.quickReply !== null) return { how: 'quick-reply', quickReply: origin.quickReply };
  return { how: origin.pasted * 2 > text.length ? 'pasted' : 'typed', quickReply: null };
};

export type ComposerState = {
  text: string;
  /** A message with unfilled gaps waits for the trainee's decision (practice). */
  asking: boolean;
  area: RefObject<HTMLTextAreaElement | null>;
  change: (event: ChangeEvent<HTMLTextAreaElement>) => void;
  composed: () => void;
  insert: (phrase: QuickReply) => void;
  sendPhrase: (phrase: QuickReply) => void;
  clear: () => void;
  send: (anyway?: boolean) => void;
  selectGap: () => void;
};

/** The composer's own text: a keystroke renders it and nothing else. Every change is copied to this device. */
export const useComposer = (conversation: string, asksForGaps: boolean): ComposerState => {
  const [text, setText] = useState(() => draftOf(conversation));
  const [isAsking, setIsAsking] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const origin = useRef<Origin>(NO_ORIGIN);
  /** The text before an IME's composition: the composed text is counted once, when it is committed. */
  const committed = useRef(text);

  const changeText = useCallback(
    (next: string) => {
      if (next === '') origin.current = NO_ORIGIN;
      setText(next);
      setIsAsking(false);
      saveDraft(conversation, next);
    },
    [conversation],
  );

  useEffect(
    () =>
      onGivenBack((key) => {
        if (key !== conversation) return;
        committed.current = draftOf(conversation);
        setText(committed.current);
      }),
    [conversation],
  );

  const countKeys = (next: string, wasPasted: boolean) => {
    const { added, removed } = textChange(committed.current, next);
    committed.current = next;
    if (wasPasted) origin.current = { ...origin.current, pasted: origin.current.pasted + added };
    noteKeys(conversation, wasPasted ? 0 : added, removed);
  };

  const selectGap = () => {
    const node = area.current;
    const [gap] = unfilledVariables(node?.value ?? '');
    node?.focus();
    if (gap === undefined) node?.setSelectionRange(node.value.length, node.value.length);
    else node?.setSelectionRange(gap.start, gap.start + gap.text.length);
  };

  const sendWords = (words: string, provenance: Provenance) => {
    sendMessage(conversation, words, provenance, takeAnatomy(conversation));
    committed.current = '';
    changeText('');
  };

  return {
    text,
    asking: isAsking,
    area,
    selectGap,
    change: (event) => {
      const native = event.nativeEvent;
      const input = native instanceof InputEvent ? native : null;
      const typed = event.target.value;
      changeText(typed);
      if (input?.isComposing !== true) countKeys(typed, input?.inputType === 'insertFromPaste');
      if (typed !== '') noteTyping(conversation);
    },
    composed: () => countKeys(area.current?.value ?? '', false),
    insert: (phrase) => {
      const node = area.current;
      const isQuery = /^[/、]/.test(text);
      const from = isQuery ? 0 : (node?.selectionStart ?? text.length);
      const to = isQuery ? text.length : (node?.selectionEnd ?? from);
      const completed = text.slice(0, from) + phrase.text + text.slice(to);
      changeText(completed);
      committed.current = completed;
      origin.current = { ...origin.current, quickReply: phrase.id };
      noteKeys(conversation, 0, 0);
      // The caret can only be placed once the new text stands in the field.
      requestAnimationFrame(selectGap);
    },
    sendPhrase: (phrase) => sendWords(phrase.text, { how: 'quick-reply', quickReply: phrase.id }),
    clear: () => {
      committed.current = '';
      changeText('');
      dismissNote(conversation);
    },
    send: (anyway = false) => {
      const words = text.trim();
      if (words === '') return;
      if (!anyway && asksForGaps && unfilledVariables(words).length > 0) return setIsAsking(true);
      sendWords(words, provenanceOf(origin.current, words));
    },
  };
};
