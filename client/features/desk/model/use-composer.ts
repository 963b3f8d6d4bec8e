import {
  type ChangeEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ConversationPlace } from '#client/drill/model/drill-view.ts';
import { type QuickReply, unfilledVariables } from '#client/drill/model/quick-replies.ts';
import { noteKeys, takeAnatomy, textChange } from './desk-anatomy.ts';
import { draftOf, leftPlace, noteDraftPlace, onReturnedToDraft, saveDraft, settleDraftPlace } from './drill-drafts.ts';
import type { Provenance } from './drill-outbox.ts';
import { dismissNote, noteTyping, sendMessage } from './drill-send.ts';
import { useDrill } from './drill-store.ts';
import { MAX_MESSAGE_CHARACTERS } from './use-send-block.ts';

/** Where the words came from: the quick reply as it was inserted, and how many characters were pasted. */
type Origin = { reply: QuickReply | null; pastedCharacters: number };
const NO_ORIGIN: Origin = { reply: null, pastedCharacters: 0 };

/** Of the trainee's own the server has no words to compare with. */
const madeFrom = ({ id, text, mine }: QuickReply): Provenance => ({
  how: 'quick-reply',
  quickReply: id,
  ...(mine && { personal: text.slice(0, MAX_MESSAGE_CHARACTERS) }),
});

const provenanceOf = (origin: Origin, text: string): Provenance => {
  if (origin.reply !== null) return madeFrom(origin.reply);
  return { how: origin.pastedCharacters * 2 > text.length ? 'pasted' : 'typed', quickReply: null };
};

/** A composer's text, which tells whoever shows something of it that it is another. */
export type Words = { text: () => string; change: (text: string) => void; onChange: (tell: () => void) => () => void };

const wordsFrom = (first: string): Words => {
  let text = first;
  const listeners = new Set<() => void>();
  return {
    text: () => text,
    change: (next) => {
      text = next;
      for (const tell of listeners) tell();
    },
    onChange: (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
};

/** What `read` says of the text, a word, number or yes; who asks renders again only once that is another. */
export const useWords = <T extends string | number | boolean | null>(words: Words, read: (text: string) => T): T =>
  useSyncExternalStore(words.onChange, () => read(words.text()));

const placeNow = (conversation: string): ConversationPlace =>
  useDrill.getState().view.conversations[conversation]?.place ?? 'private';

const TRAILS_BY_MS = 250;

/**
 * As `useWords`, for what may stand a moment behind: a change is drawn up to 250 ms later, in no key's own frame. `isNow`: of
 * what it is told at once.
 */
export const useTrailingWords = (
  words: Words,
  read: (text: string) => number,
  isNow: (value: number) => boolean,
): number => {
  const [value, setValue] = useState(() => read(words.text()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      clearTimeout(timer);
      timer = undefined;
      setValue(read(words.text()));
    };
    show();
    const stop = words.onChange(() => {
      if (isNow(read(words.text()))) show();
      else timer ??= setTimeout(show, TRAILS_BY_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [words, read, isNow]);
  return value;
};

export type ComposerState = {
  /** The text as it stands. Read by `useWords`, so that a letter renders only what shows another thing by it. */
  words: Words;
  /** A message with unfilled gaps (practice), or one begun in another place, waits for the trainee's decision. */
  asking: 'gaps' | 'place' | null;
  field: RefObject<HTMLTextAreaElement | null>;
  onChange: (event: ChangeEvent<HTMLTextAreaElement>) => void;
  onCompositionEnd: () => void;
  insert: (phrase: QuickReply) => void;
  sendQuickReply: (phrase: QuickReply) => void;
  clear: () => void;
  /** `isSure`: whatever was asked is answered by yes. */
  send: (isSure?: boolean) => void;
  selectGap: () => void;
  /** The draft is read again before it goes to another place. */
  readAgain: () => void;
};

/**
 * The field keeps what is typed by itself. A field whose value React sets gets its text once more as a child at each letter,
 * for which the page is laid out again.
 */
const showText = (field: HTMLTextAreaElement | null, text: string): void => {
  if (field !== null && field.value !== text) field.value = text;
};

/** The composer's own text. Every change is copied to this device. */
export const useComposer = (conversation: string, asksForGaps: boolean): ComposerState => {
  const [words] = useState(() => wordsFrom(draftOf(conversation)));
  const [asking, setAsking] = useState<ComposerState['asking']>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const origin = useRef<Origin>(NO_ORIGIN);
  /** The text before an IME's composition: the composed text is counted once, when it is committed. */
  const committedText = useRef(words.text());

  const changeText = useCallback(
    (newText: string) => {
      if (newText === '') origin.current = NO_ORIGIN;
      showText(field.current, newText);
      words.change(newText);
      setAsking(null);
      saveDraft(conversation, newText);
      noteDraftPlace(conversation, newText, placeNow(conversation));
    },
    [conversation, words],
  );

  // A draft that was left goes on where it was begun; without one nothing was.
  useEffect(() => noteDraftPlace(conversation, words.text(), placeNow(conversation)), [conversation, words]);

  useEffect(
    () =>
      onReturnedToDraft((key) => {
        if (key !== conversation) return;
        committedText.current = draftOf(conversation);
        showText(field.current, committedText.current);
        words.change(committedText.current);
      }),
    [conversation, words],
  );

  const countKeys = (newText: string, wasPasted: boolean) => {
    const { added, removed } = textChange(committedText.current, newText);
    committedText.current = newText;
    if (wasPasted) origin.current = { ...origin.current, pastedCharacters: origin.current.pastedCharacters + added };
    noteKeys(conversation, wasPasted ? 0 : added, removed);
  };

  const selectGap = () => {
    const textarea = field.current;
    const [gap] = unfilledVariables(textarea?.value ?? '');
    textarea?.focus();
    if (gap === undefined) textarea?.setSelectionRange(textarea.value.length, textarea.value.length);
    else textarea?.setSelectionRange(gap.start, gap.start + gap.text.length);
  };

  const sendText = (reply: string, provenance: Provenance) => {
    sendMessage(conversation, reply, provenance, takeAnatomy(conversation));
    committedText.current = '';
    changeText('');
  };

  return {
    words,
    asking,
    field,
    selectGap,
    onChange: (event) => {
      const native = event.nativeEvent;
      const input = native instanceof InputEvent ? native : null;
      const newText = event.target.value;
      changeText(newText);
      if (input?.isComposing !== true) countKeys(newText, input?.inputType === 'insertFromPaste');
      if (newText !== '') noteTyping(conversation);
    },
    onCompositionEnd: () => countKeys(field.current?.value ?? '', false),
    insert: (reply) => {
      const textarea = field.current;
      const text = words.text();
      const isQuery = /^[/、]/.test(text);
      const from = isQuery ? 0 : (textarea?.selectionStart ?? text.length);
      const to = isQuery ? text.length : (textarea?.selectionEnd ?? from);
      const completed = text.slice(0, from) + reply.text + text.slice(to);
      changeText(completed);
      committedText.current = completed;
      origin.current = { ...origin.current, reply };
      noteKeys(conversation, 0, 0);
      // The caret can only be placed once the new text stands in the field.
      requestAnimationFrame(selectGap);
    },
    sendQuickReply: (reply) => sendText(reply.text, madeFrom(reply)),
    clear: () => {
      committedText.current = '';
      changeText('');
      dismissNote(conversation);
    },
    readAgain: () => {
      settleDraftPlace(conversation, placeNow(conversation));
      setAsking(null);
      field.current?.focus();
    },
    send: (isSure = false) => {
      const reply = words.text().trim();
      if (reply === '') return;
      if (!isSure && leftPlace(conversation, placeNow(conversation)) !== null) return setAsking('place');
      if (!isSure && asksForGaps && unfilledVariables(reply).length > 0) return setAsking('gaps');
      sendText(reply, provenanceOf(origin.current, reply));
    },
  };
};
