/** The end of a shift: who is left for the next one, and the notes that tell of them. */
import { atDesk } from '#client/drill/model/drill-rounds.ts';
import type { ConversationView, DrillView } from '#client/drill/model/drill-view.ts';
import { useDeskUi } from './desk-ui.ts';
import { endDrill } from './drill-commands.ts';
import { sendCommand } from './drill-send.ts';
import { useDrill } from './drill-store.ts';
import { toastFailure } from './failure-toast.ts';

/** Until when the shift hands over, drill time; null: it doesn't. */
export const handoverUntil = ({ rush, endReason }: DrillView): number | null =>
  endReason === null ? (rush?.handoverUntil ?? null) : null;

/** Whose story isn't over, and to whom a promise is open, in order of arrival: the engine's own list (RULES Q71, J168). */
export const leftForNextShift = (view: DrillView): readonly ConversationView[] => {
  const here = atDesk(view);
  return view.arrivalOrder.flatMap((key) => {
    const conversation = view.conversations[key];
    if (conversation === undefined) return [];
    const isUnfinished = here.includes(key) && conversation.rating === null;
    return isUnfinished || waitsForPromise(conversation) || isOwedCall(conversation) ? [conversation] : [];
  });
};

/** A call back promised in words is owed wherever they are by now; a note of it is the next shift's (RULES J173). */
const isOwedCall = ({ isCallPromised, rating, status }: ConversationView): boolean =>
  isCallPromised && (rating !== null || status === 'closed');

/** A promise of which nothing reminds any more is one all the same. */
const waitsForPromise = ({ status, holdPromises }: ConversationView): boolean => {
  const hold = holdPromises.at(-1);
  if (hold === undefined) return false;
  const isOpen = hold.ended === null || ('how' in hold.ended && hold.ended.how === 'dropped');
  return isOpen && (status === 'waiting' || status === 'active');
};

const SECOND_MS = 1000;

/** What ends the drill only after notes on so many customers, in so many seconds; null: the end is the end (RULES Q71). */
export const handoverAhead = (view: DrillView): { left: number; seconds: number } | null => {
  const { rush } = view;
  if (!rush?.isOver || rush.handoverUntil !== null || rush.opened.handover === undefined) return null;
  const left = leftForNextShift(view).length;
  const { leastMs, eachMs, mostMs } = rush.opened.handover;
  const seconds = Math.round(Math.min(mostMs, Math.max(leastMs, left * eachMs)) / SECOND_MS);
  return left === 0 ? null : { left, seconds };
};

/** Bubbles that tell what somebody wants: the very last is often 在吗. */
const LAST_BUBBLES = 3;

/** What the customer said last, in words; null: nothing that has words. */
export const lastWords = ({ items }: ConversationView): string | null => {
  const texts = items.flatMap((item) =>
    item.kind === 'customer' && item.bubble.kind === 'text' ? item.bubble.text : [],
  );
  return texts.length === 0 ? null : texts.slice(-LAST_BUBBLES).join(' / ');
};

/** Sends every note that has words. False where one was refused; the server ends the drill after the last customer's. */
export const sendNotes = async (): Promise<boolean> => {
  const { handovers } = useDeskUi.getState();
  for (const { key } of leftForNextShift(useDrill.getState().view)) {
    const note = (handovers[key] ?? '').trim();
    if (note !== '' && !(await toastFailure(sendCommand('conversation:transfer', { conversation: key, note }))))
      return false;
  }
  return true;
};

/** Hands over whom the notes tell of and ends the shift: whoever is left has none. */
export const handOver = async (): Promise<void> => {
  if ((await sendNotes()) && handoverUntil(useDrill.getState().view) !== null) await toastFailure(endDrill());
};

/** Ends the shift without a note. */
export const skipHandover = async (): Promise<void> => {
  await toastFailure(endDrill());
};
