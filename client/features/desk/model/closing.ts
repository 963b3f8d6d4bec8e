/** 结束会话: when it is possible, and why it isn't. */
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { isToldOver } from '#client/drill/model/thread-rows.ts';
import { say } from '#client/lib/messages.ts';
import { showToast } from '#client/ui/layout/toast-store.ts';
import { useDeskUi } from './desk-ui.ts';
import { closeConversation } from './drill-commands.ts';
import { useDrill } from './drill-store.ts';
import { toastFailure } from './failure-toast.ts';

/** Who goes on to the next role is handed on, which closes them here. The last words are out, too (RULES X66). */
export const useIsClosable = (conversation: ConversationView): boolean => {
  const isTold = useDrillClock(({ now }) => isToldOver(conversation, now));
  return isTold && conversation.status !== 'closed' && conversation.nextRole === null;
};

/** Why the conversation can't be closed now; null: it can. */
const closeBlock = (conversation: ConversationView): string | null => {
  if (conversation.status === 'closed') return say('desk:block.closed');
  if (conversation.rating === null) return say('desk:notOver');
  return isToldOver(conversation, useDrillClock.getState().now) ? null : say('desk:stillSaying');
};

/** By button and key. */
export const closeSelected = (): void => {
  const { selected } = useDeskUi.getState();
  const conversation = selected === null ? undefined : useDrill.getState().view.conversations[selected];
  if (conversation === undefined) return;
  const reason = closeBlock(conversation);
  if (reason !== null) showToast(reason);
  else void toastFailure(closeConversation(conversation.key));
};
