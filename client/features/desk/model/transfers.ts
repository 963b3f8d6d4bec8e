/** 转接 to a classmate: who may be given away, and what the desk sends. */
import type { ConversationView, DrillView } from '#client/drill/model/drill-view.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { focusPane, selectConversation, setDialog } from './desk-ui.ts';
import { sendCommand } from './drill-send.ts';
import { toastFailure } from './failure-toast.ts';

/** Whether a customer may be given to a classmate now, where the lesson allows it. */
export const isPassable = ({ endReason }: DrillView, conversation: ConversationView | undefined): boolean =>
  endReason === null &&
  conversation !== undefined &&
  (conversation.status === 'waiting' || conversation.status === 'active') &&
  conversation.rating === null &&
  conversation.passing === null;

/** Whether the lesson has transfers. */
export const hasTransfers = (): boolean => useSeat.getState().body?.transfers !== undefined;

/** The classmate's name; null: the page isn't that of a seat. */
export const useMateName = (seat: string | undefined): string | null =>
  useSeat(({ body }) => body?.transfers?.mates.find((mate) => mate.seat === seat)?.name ?? null);

/** True when it is on its way. The list gets the focus: the next step is to choose somebody. */
export const passConversation = async (conversation: string, seat: string, note: string): Promise<boolean> => {
  if (!(await toastFailure(sendCommand('conversation:pass', { conversation, seat, note })))) return false;
  setDialog(null);
  focusPane('list');
  return true;
};

export const recallPass = (conversation: string): Promise<boolean> =>
  toastFailure(sendCommand('conversation:recall', { conversation }));

/** Takes who is offered at once, and opens their conversation. */
export const takePass = async (conversation: string): Promise<void> => {
  if (await toastFailure(sendCommand('conversation:answer-pass', { conversation, takes: true, reason: '' })))
    selectConversation(conversation);
};

export const declinePass = (conversation: string, reason: string): Promise<boolean> =>
  toastFailure(sendCommand('conversation:answer-pass', { conversation, takes: false, reason }));
