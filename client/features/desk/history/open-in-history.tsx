import { type RefObject, useEffect, useRef } from 'react';
import { type Location, useLocation, useNavigate } from 'react-router';
import { useShallow } from 'zustand/react/shallow';
import { useNarrow, usePhone } from '#client/drill/model/desk-widths.ts';
import {
  backToList,
  reopenSheet,
  selectConversation,
  setDialog,
  setSheet,
  useDeskUi,
} from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { type DeskEntry, entryOf, isSameDrawer } from './desk-entry.ts';

/** What both steps below share: where the tab's history stands, and who has led it there. */
type Place = {
  location: Location;
  entry: DeskEntry;
  isPhone: boolean;
  isDrawerOpen: boolean;
  /** The entry's conversation is one of this drill. */
  isKnown: boolean;
  /** The conversation that history and desk last agreed on: a difference tells which of them has moved. */
  agreed: RefObject<string | null>;
  /** A step of ours is on its way. */
  isStepping: RefObject<boolean>;
  /** It was ours that led to where the history stands. */
  isOwnStep: RefObject<boolean>;
  /** Changes this entry, or adds one. */
  step: (kept: Partial<DeskEntry>, isPushed: boolean) => void;
  stepBack: () => void;
};

/**
 * Keeps the open conversation in the tab's history, so that a reload opens it again, and Back leads on a phone from the
 * conversation to the list (RULES X31). The side panel's sheet is a step of its own above it (RULES X50). Another tab has its
 * own history and begins with the list.
 */
export const OpenInHistory = () => {
  const location = useLocation();
  const navigate = useNavigate();
  const isPhone = usePhone();
  const isNarrow = useNarrow();
  const entry = entryOf(location.state);
  const isKnown = useDrill(({ view }) => entry.shown !== null && view.conversations[entry.shown] !== undefined);
  const isDrawerOpen = useDeskUi((state) => state.isSheetOpen) && isNarrow;
  const agreed = useRef<string | null>(null);
  const isStepping = useRef(false);
  const isOwnStep = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the history has moved
  useEffect(() => {
    isOwnStep.current = isStepping.current;
    isStepping.current = false;
  }, [location.key]);
  const place: Place = {
    ...{ location, entry, isPhone, isDrawerOpen, isKnown, agreed, isStepping, isOwnStep },
    step: (kept, isPushed) => {
      isStepping.current = true;
      void navigate(location, { replace: !isPushed, state: { ...location.state, ...kept } });
    },
    stepBack: () => {
      isStepping.current = true;
      void navigate(-1);
    },
  };
  useConversationStep(place);
  useDrawerStep(place);
  return null;
};

const useConversationStep = ({ location, entry, isPhone, isDrawerOpen, isKnown, agreed, step, stepBack }: Place) => {
  const shown = useDeskUi(({ selected, pane }) => (isPhone && pane === 'list' ? null : selected));
  const isCaughtUp = useDrill((state) => state.isCaughtUp);
  const inHistory = isPhone && !entry.opened ? null : entry.shown;
  /** As `entry.opened`, and already when this page has just asked for the entry. */
  const opened = useRef(entry.opened);
  const write = (next: string | null, isPushed: boolean) => {
    agreed.current = next;
    opened.current = next !== null && (opened.current || isPushed);
    step({ shown: next, opened: opened.current }, isPushed);
  };
  /** The sheet's step is taken back before the conversation below it changes. */
  const isUnderDrawer = entry.drawer !== null && !isDrawerOpen;

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
    } else if (isCaughtUp && entry.drawer === null) {
      if (isPhone) stepBack();
      else write(null, false);
    }
  }, [location.key, inHistory, isKnown, isCaughtUp]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk has moved
  useEffect(() => {
    if (isUnderDrawer) return;
    const standsOverList = isPhone && shown !== null;
    if (shown === agreed.current && (opened.current || !standsOverList)) return;
    if (shown !== null) write(shown, isPhone && !opened.current);
    else if (opened.current) {
      agreed.current = null;
      opened.current = false;
      stepBack();
    } else write(null, false);
  }, [shown, isPhone, isUnderDrawer]);
};

const useDrawerStep = ({ location, entry, isPhone, isDrawerOpen, isKnown, agreed, ...place }: Place) => {
  const { isStepping, isOwnStep, step, stepBack } = place;
  const open = useDeskUi(useShallow(({ tab, form }) => ({ tab, form })));
  const isCaughtUp = useDrill((state) => state.isCaughtUp);
  /** What the entry stands over isn't on the desk yet: after a reload the customers come with the log. */
  const isAwaited = useRef(false);
  const lastKey = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: history or desk has moved, or what the entry names has come
  useEffect(() => {
    const hasMoved = lastKey.current !== location.key;
    lastKey.current = location.key;
    if (isStepping.current) return;
    const isForeign = hasMoved && !isOwnStep.current;
    const isKept = entry.drawer !== null;
    if (isKept === isDrawerOpen) {
      isAwaited.current = false;
      if (isKept && !isSameDrawer(entry.drawer, open)) step({ drawer: open }, false);
    } else if (isKept && (isForeign || isAwaited.current)) {
      const isGone = isCaughtUp && entry.shown !== null && !isKnown;
      isAwaited.current = !isGone && (!isCaughtUp || (entry.shown !== null && agreed.current !== entry.shown));
      if (isGone) stepBack();
      else if (!isAwaited.current && entry.drawer !== null) reopenSheet(entry.drawer);
    } else if (isKept) stepBack();
    else if (isForeign) setSheet(false);
    else step({ drawer: open }, true);
  }, [location.key, isDrawerOpen, open, isKnown, isCaughtUp, isPhone]);
};
