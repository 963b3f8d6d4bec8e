import { useEffect } from 'react';
import { drillNow } from '#client/drill/model/drill-clock.ts';
import { selectConversation } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { missedWords } from '#client/features/desk/model/rush-commands.ts';
import { say } from '#client/lib/messages.ts';
import { showToast } from '#client/ui/layout/toast-store.ts';

/** So long after somebody left the queue a press beside the other buttons was meant for them. */
const JUST_LEFT_MS = 1000;

/** The row under the pointer when it went down: its press is lost where the row is gone when it comes up. */
let pressed: { row: HTMLElement; queued: string | undefined; conversation: string | undefined } | null = null;

const rowOf = ({ target }: Event): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-queued], [data-conversation]') : null;

const onDown = (event: Event): void => {
  const row = rowOf(event);
  pressed = row === null ? null : { row, queued: row.dataset.queued, conversation: row.dataset.conversation };
};

const tell = (words: string | null): void => {
  if (words !== null) showToast(words, 'bad');
};

const onUp = (event: Event): void => {
  const lost = pressed;
  pressed = null;
  if (lost === null) tellOfEmptyPlace(event);
  else if (!lost.row.isConnected) tellOfLost(lost);
};

const tellOfLost = ({ queued, conversation }: NonNullable<typeof pressed>): void => {
  if (queued !== undefined) tell(missedWords(queued));
  const name = useDrill.getState().view.conversations[conversation ?? '']?.name;
  if (conversation === undefined || name === undefined) return;
  // Their row has only moved below: it is opened as it would have been.
  selectConversation(conversation);
  tell(say('desk:rush.hasLeft', { name }));
};

const tellOfEmptyPlace = ({ target }: Event): void => {
  const isBeside =
    target instanceof Element && target.closest('[data-queue]') !== null && target.closest('button') === null;
  const exit = useDrill.getState().view.rush?.exits.at(-1);
  if (isBeside && exit !== undefined && drillNow() - exit.at < JUST_LEFT_MS) tell(missedWords(exit.conversation));
};

/** A press on a row that vanished in the same moment says who has gone: it did nothing, without a word (RULES X101). */
export const useLostPress = (): void => {
  useEffect(() => {
    document.addEventListener('pointerdown', onDown, true);
    document.addEventListener('pointerup', onUp, true);
    return () => {
      document.removeEventListener('pointerdown', onDown, true);
      document.removeEventListener('pointerup', onUp, true);
    };
  }, []);
};
