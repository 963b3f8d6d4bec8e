/** Which message can be taken back: reckoned as the engine does (RULES E24), so that what can be pressed is done. */

import { drillNow } from '#client/drill/model/drill-clock.ts';
import type { DrillView } from '#client/drill/model/drill-view.ts';
import { say } from '#client/lib/messages.ts';
import { showToast } from '#client/ui/layout/toast-store.ts';
import { useDeskUi } from './desk-ui.ts';
import { withdrawMessage } from './drill-commands.ts';
import { useDrill } from './drill-store.ts';
import { toastFailure } from './failure-toast.ts';

/** Milliseconds of drill time after which a message can't be taken back. */
export const WITHDRAW_MS = 120_000;

/** Whether messages of this conversation can be taken back now, their age aside. */
export const isWithdrawable = (view: DrillView, conversation: string): boolean => {
  const status = view.conversations[conversation]?.status;
  return view.endReason === null && view.stopReason === null && status !== undefined && status !== 'closed';
};

/** The trainee's last message in a conversation, where it can be taken back at `now` (drill time); else null. */
export const lastWithdrawable = (view: DrillView, conversation: string | null, now: number): string | null => {
  if (conversation === null || !isWithdrawable(view, conversation)) return null;
  const message = view.conversations[conversation]?.items.findLast(
    (item) => item.kind === 'trainee' && item.withdrawn === undefined,
  );
  return message?.kind === 'trainee' && now - message.at <= WITHDRAW_MS ? message.id : null;
};

/** By key: takes the last message of the open conversation back. */
export const withdrawLast = (): void => {
  const { selected } = useDeskUi.getState();
  const message = lastWithdrawable(useDrill.getState().view, selected, drillNow());
  if (selected === null || message === null) showToast(say('desk:reply.nothingToWithdraw'));
  else void toastFailure(withdrawMessage(selected, message));
};
