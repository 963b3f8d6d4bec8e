import { useEffect } from 'react';
import { type DeskKey, deskKey } from '#client/drill/model/desk-keys.ts';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import type { ConversationView, Mode } from '#client/drill/model/drill-view.ts';
import { isToldOver } from '#client/drill/model/thread-rows.ts';
import { say } from '#client/lib/messages.ts';
import { showToast } from '#client/ui/layout/toast-store.ts';
import { noteHintUse } from './desk-hints.ts';
import {
  focusPane,
  moveFocusedPane,
  moveTab,
  selectByNumber,
  selectLongestWait,
  setDialog,
  showTab,
  useDeskUi,
} from './desk-ui.ts';
import { closeConversation, togglePause } from './drill-commands.ts';
import { useDrill } from './drill-store.ts';
import { toastFailure } from './failure-toast.ts';
import { greetSelected } from './own-greeting.ts';
import { askHold, askTransfer, takeLongest } from './rush-commands.ts';
import { withdrawLast } from './withdrawable.ts';

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]');

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

const runKey = (key: DeskKey, mode: Mode | null): void => {
  if (key.command === 'conversation') {
    noteHintUse('order');
    selectByNumber(key.index);
  } else if (key.command === 'longest') {
    noteHintUse('longest');
    selectLongestWait();
  } else if (key.command === 'tab') moveTab(key.step);
  else if (key.command === 'pane') moveFocusedPane(key.step);
  else if (key.command === 'close') closeSelected();
  else if (key.command === 'help' || key.command === 'palette' || key.command === 'keep') setDialog(key.command);
  else if (key.command === 'composer') focusPane('thread');
  else if (key.command === 'queue') takeLongest();
  else if (key.command === 'transfer') askTransfer();
  else if (key.command === 'hold') askHold();
  else if (key.command === 'withdraw') withdrawLast();
  else if (key.command === 'greet') greetSelected();
  else if (key.command === 'actions') {
    showTab('actions');
    focusPane('side');
  } else if (mode === 'practice') void toastFailure(togglePause());
};

/** Keys of the whole desk. A dialog that is open keeps them to itself. */
export const useDeskKeys = (mode: Mode | null): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const key = deskKey(event, isTextField(event.target));
      if (key === null || useDeskUi.getState().dialog !== null) return;
      if (useDrill.getState().view.stopReason === 'freeze') return;
      event.preventDefault();
      runKey(key, mode);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [mode]);
};
