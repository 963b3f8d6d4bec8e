/**
 * Where the seconds of a reply went: seen, looked up, first key, typed, deleted (docs/trade.md §2). Times are drill
 * time since the round began. They appear in the report and change no score.
 */
import { drillNow } from '#client/drill/model/drill-clock.ts';
import { waitingSince } from '#client/drill/model/drill-rounds.ts';
import { type SideTab, useDeskUi } from './desk-ui.ts';
import type { Anatomy } from './drill-outbox.ts';
import { useDrill } from './drill-store.ts';

type RoundNotes = { since: number } & NonNullable<Anatomy>;
const notesByConversation = new Map<string, RoundNotes>();
const MAX_CARDS = 50;

/** The notes of the open round; a new round begins new notes. Null while nobody waits. */
const notesOfOpenRound = (conversation: string): { notes: RoundNotes; ms: number } | null => {
  const view = useDrill.getState().view.conversations[conversation];
  const since = view === undefined ? null : waitingSince(view);
  if (since === null) return null;
  let roundNotes = notesByConversation.get(conversation);
  if (roundNotes === undefined || roundNotes.since !== since) {
    roundNotes = { since, seenMs: null, lookedUp: [], firstKeyMs: null, typed: 0, deleted: 0 };
    notesByConversation.set(conversation, roundNotes);
  }
  return { notes: roundNotes, ms: Math.max(0, Math.round(drillNow() - since)) };
};

/** The conversation is on screen. */
export const noteSeen = (conversation: string): void => {
  const openRound = notesOfOpenRound(conversation);
  if (openRound !== null) openRound.notes.seenMs ??= openRound.ms;
};

/** A product or policy card was opened. */
export const noteLookedUp = (conversation: string, card: string): void => {
  const openRound = notesOfOpenRound(conversation);
  if (openRound === null || openRound.notes.lookedUp.length >= MAX_CARDS) return;
  openRound.notes.lookedUp.push({ card: card.slice(0, 64), ms: openRound.ms });
};

/**
 * A panel was looked into: its tab opened, its rows touched, its search typed in. One note a round is enough: seconds are
 * counted from the first.
 */
export const notePanel = (conversation: string | null, panel: SideTab): void => {
  // The panel of actions is where something is done; nothing is read there.
  if (conversation === null || panel === 'actions') return;
  const card = `panel:${panel}`;
  const openRound = notesOfOpenRound(conversation);
  if (openRound?.notes.lookedUp.some((lookUp) => lookUp.card === card) === false) noteLookedUp(conversation, card);
};

/** Notes panels that keys or the palette open; returns what ends it. */
export const notePanelsShown = (): (() => void) =>
  useDeskUi.subscribe((now, before) => {
    const isOpened = now.tab !== before.tab || (now.isSheetOpen && !before.isSheetOpen);
    if (isOpened && now.selected === before.selected) notePanel(now.selected, now.tab);
  });

export const noteKeys = (conversation: string, typed: number, deleted: number): void => {
  const openRound = notesOfOpenRound(conversation);
  if (openRound === null || typed + deleted === 0) return;
  openRound.notes.firstKeyMs ??= openRound.ms;
  openRound.notes.typed += typed;
  openRound.notes.deleted += deleted;
};

/** The notes for the reply that is sent now; null when nobody waited for it. */
export const takeAnatomy = (conversation: string): Anatomy => {
  const openRound = notesOfOpenRound(conversation);
  if (openRound === null) return null;
  notesByConversation.delete(conversation);
  const { since: _, ...anatomy } = openRound.notes;
  return anatomy;
};

export const forgetAnatomy = (): void => notesByConversation.clear();

/** How many characters a change added and removed: the parts that differ between the common beginning and end. */
export const textChange = (before: string, after: string): { added: number; removed: number } => {
  const shorterLength = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorterLength && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorterLength - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { added: after.length - head - tail, removed: before.length - head - tail };
};
