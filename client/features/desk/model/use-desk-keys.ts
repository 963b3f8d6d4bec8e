import { useEffect } from 'react';
import { type DeskKey, deskKey } from '#client/drill/model/desk-keys.ts';
import type { Mode } from '#client/drill/model/drill-view.ts';
import { closeSelected } from './closing.ts';
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
import { togglePause } from './drill-commands.ts';
import { useDrill } from './drill-store.ts';
import { toastFailure } from './failure-toast.ts';
import { greetSelected } from './own-greeting.ts';
import { askHold, askTransfer, takeLongest } from './rush-commands.ts';
import { withdrawLast } from './withdrawable.ts';

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]');

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
