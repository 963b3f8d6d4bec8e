/** Where a conversation went on when its draft was begun: what was meant for a group is not sent to a private chat unseen (RULES X68). */
import type { ConversationPlace } from '#client/drill/model/drill-view.ts';
import { useDrill } from './drill-store.ts';

const begunIn = new Map<string, ConversationPlace>();

const keyOf = (conversation: string): string => `${useDrill.getState().drillId} ${conversation}`;

const placeNow = (conversation: string): ConversationPlace =>
  useDrill.getState().view.conversations[conversation]?.place ?? 'private';

/** A draft begins with its first letter, and ends with its last. */
export const noteDraftPlace = (conversation: string, text: string): void => {
  const key = keyOf(conversation);
  if (text === '') begunIn.delete(key);
  else if (!begunIn.has(key)) begunIn.set(key, placeNow(conversation));
};

/** From where to where the draft would move if it were sent now; null: it stays where it was begun. */
export const draftMoves = (conversation: string): { from: ConversationPlace; to: ConversationPlace } | null => {
  const from = begunIn.get(keyOf(conversation));
  const to = placeNow(conversation);
  return from === undefined || from === to ? null : { from, to };
};

/** The trainee has seen it: the draft is one of the place where it goes now. */
export const settleDraftPlace = (conversation: string): void => {
  begunIn.set(keyOf(conversation), placeNow(conversation));
};
