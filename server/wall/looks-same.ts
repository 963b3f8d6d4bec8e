/** Whether a tile shows the same before and after an event. A new part of the state does not compile until it says so. */
import type { MoodWord } from '#contract/wire-events.ts';
import { backByOf, type TileConversation, type TileState } from './tile-state.ts';

type MoodWords = (mood: number) => MoodWord;
type IsSame<T> = (before: T, after: T, moodWord: MoodWords) => boolean;

/** For a field that the tile doesn't show by itself. */
const notShown = (): boolean => true;
/** For a field that is shown and changes only together with the field named: comparing that one is enough. */
const movesWith = (_part: keyof TileState): (() => boolean) => notShown;

const CONVERSATION: Readonly<Record<keyof TileConversation, IsSame<TileConversation>>> = {
  key: notShown,
  // A conversation keeps its case, and with it the customer's name.
  scenario: notShown,
  status: (a, b) => a.status === b.status,
  hasCome: (a, b) => a.hasCome === b.hasCome,
  isQueued: (a, b) => a.isQueued === b.isQueued,
  farewell: (a, b) => a.farewell === b.farewell,
  mood: (a, b, moodWord) => moodWord(a.mood) === moodWord(b.mood),
  since: (a, b) => a.since === b.since,
  isHere: notShown,
  isOwed: notShown,
  wasInterrupted: notShown,
  isLate: notShown,
  isFirstOfVisit: notShown,
  words: notShown,
  sent: notShown,
  said: notShown,
  bareHolds: notShown,
  promises: (a, b) => backByOf(a) === backByOf(b),
  // It hides a hold, which the line above compares as it is shown.
  isPassing: notShown,
  judged: notShown,
};

const sameConversation = (
  before: TileConversation | undefined,
  after: TileConversation | undefined,
  moodWord: MoodWords,
): boolean => {
  if (before === after) return true;
  if (before === undefined || after === undefined) return false;
  return Object.values(CONVERSATION).every((same) => same(before, after, moodWord));
};

const TILE: Readonly<Record<keyof TileState, IsSame<TileState>>> = {
  at: notShown,
  clock: (a, b) => a.clock === b.clock,
  order: (a, b) => a.order === b.order,
  conversations: (a, b, moodWord) =>
    b.order.every((key) => sameConversation(a.conversations[key], b.conversations[key], moodWord)),
  rounds: (a, b) => a.rounds === b.rounds,
  roundsMs: movesWith('rounds'),
  firsts: movesWith('rounds'),
  firstsMs: movesWith('rounds'),
  faults: (a, b) => a.faults === b.faults,
  families: movesWith('faults'),
  redLines: movesWith('faults'),
  left: (a, b) => a.left === b.left,
  injected: movesWith('order'),
  rush: (a, b) => a.rush === b.rush,
  isHandingOver: (a, b) => a.isHandingOver === b.isHandingOver,
  latest: (a, b) => a.latest === b.latest,
};

/** True where neither a figure nor a customer on the tile has changed: most of what happens in a drill moves nothing. */
export const looksSame: IsSame<TileState> = (before, after, moodWord) =>
  Object.values(TILE).every((same) => same(before, after, moodWord));
