import i18next from 'i18next';
import { useEffect } from 'react';
import { type DeskKey, deskKey } from '../../lib/desk-keys.ts';
import {
  focusPane,
  moveTab,
  nextPane,
  selectByNumber,
  selectLongestWait,
  setDialog,
  showTab,
  useDeskUi,
} from '../../lib/desk-ui.ts';
import { closeConversation, togglePause } from '../../lib/drill-deeds.ts';
import { useDrill } from '../../lib/drill-store.ts';
import type { Mode } from '../../lib/drill-view.ts';
import { showToast } from '../../ui/toast-store.ts';
import { tellRefusal } from './tell-refusal.ts';

const inText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]');

/** 结束会话 by key: only once the customer's story is over. */
export const closeSelected = (): void => {
  const { selected } = useDeskUi.getState();
  const conversation = selected === null ? undefined : useDrill.getState().view.conversations[selected];
  if (conversation === undefined || conversation.status === 'closed') return;
  if (conversation.rating === null) return showToast(i18next.t('desk:notOver'));
  void tellRefusal(closeConversation(conversation.key));
};

const run = (key: DeskKey, mode: Mode | null): void => {
  switch (key.do) {
    case 'conversation':
      return selectByNumber(key.index);
    case 'longest':
      return selectLongestWait();
    case 'tab':
      return moveTab(key.by);
    case 'pane':
      return nextPane(key.by);
    case 'actions':
      showTab('actions');
      return focusPane('side');
    case 'close':
      return closeSelected();
    case 'pause':
      if (mode === 'practice') void tellRefusal(togglePause());
      return;
    case 'help':
      return setDialog('help');
    case 'composer':
      return focusPane('thread');
  }
};

/** Keys of the whole desk. A dialog or sheet that is open keeps its own. */
export const useDeskKeys = (mode: Mode | null): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const key = deskKey(event, inText(event.target));
      if (key === null || document.querySelector('[role="dialog"]') !== null) return;
      if (useDrill.getState().view.stopped === 'freeze') return;
      event.preventDefault();
      run(key, mode);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [mode]);
};
