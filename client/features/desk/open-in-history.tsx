import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { backToList, selectConversation, setDialog, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';

/** `shown`: the conversation that is open. `opened`: this entry of the history is its own, with the phone's list below it. */
type DeskEntry = { shown: string | null; opened: boolean };

const entryOf = (state: unknown): DeskEntry => {
  const fields: Partial<Record<string, unknown>> = typeof state === 'object' && state !== null ? { ...state } : {};
  return { shown: typeof fields.shown === 'string' ? fields.shown : null, opened: fields.opened === true };
};

/**
 * Keeps the open conversation in the tab's history, so that a reload opens it again, and Back leads on a phone from the
 * conversation to the list (RULES X31). Another tab has its own history and begins with the list.
 */
export const OpenInHistory = () => {
  const location = useLocation();
  const navigate = useNavigate();
  const isPhone = usePhone();
  const entry = entryOf(location.state);
  const shown = useDeskUi(({ selected, pane }) => (isPhone && pane === 'list' ? null : selected));
  const isKnown = useDrill(({ view }) => entry.shown !== null && view.conversations[entry.shown] !== undefined);
  const isCaughtUp = useDrill((state) => state.isCaughtUp);
  const inHistory = isPhone && !entry.opened ? null : entry.shown;
  /** What history and desk last agreed on: a difference tells which of them has moved. */
  const agreed = useRef<string | null>(null);
  /** As `entry.opened`, and already when this page has just asked for the entry. */
  const opened = useRef(entry.opened);
  const write = (next: string | null, isPushed: boolean) => {
    agreed.current = next;
    opened.current = next !== null && (opened.current || isPushed);
    const state = { ...location.state, shown: next, opened: opened.current };
    void navigate(location, { replace: !isPushed, state });
  };

  const lastKey = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the history has moved, or what it names has come
  useEffect(() => {
    const hasMoved = lastKey.current !== location.key;
    lastKey.current = location.key;
    if (hasMoved) opened.current = entry.opened;
    if (inHistory === agreed.current) return;
    if (inHistory === null) {
      // A window that becomes narrow has gone nowhere.
      if (!isPhone || !hasMoved) return;
      agreed.current = null;
      setDialog(null);
      backToList();
    } else if (isKnown) {
      agreed.current = inHistory;
      if (useDeskUi.getState().selected !== inHistory || isPhone) selectConversation(inHistory);
    } else if (isCaughtUp) write(null, false);
  }, [location.key, inHistory, isKnown, isCaughtUp]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk has moved
  useEffect(() => {
    const standsOverList = isPhone && shown !== null;
    if (shown === agreed.current && (opened.current || !standsOverList)) return;
    if (shown !== null) write(shown, isPhone && !opened.current);
    else if (opened.current) {
      agreed.current = null;
      opened.current = false;
      void navigate(-1);
    } else write(null, false);
  }, [shown, isPhone]);
  return null;
};
