/**
 * What a trainee sees of a mood: its word, and which way it went since the last turn (RULES V9). Both are less than the
 * number, which is the answer key.
 */
import type { MoodTrend, MoodWord } from '#contract/wire-events.ts';
import type { EventOf } from '#engine/model/events.ts';
import { moodWord } from './present-parts.ts';

/** Points by which a mood has to move in one turn, or in one silence, to be said to rise or fall. */
const LEAST_MOVE = 3;

type Shown = { mood: MoodWord; trend: MoodTrend };
export type MoodClock = {
  /** The word for the mood in which the customer comes. */
  begin(mood: number): MoodWord;
  /** What is shown after this event; null: what was shown before. */
  after(event: EventOf<'mood-moved'> | EventOf<'turn-judged'>): Shown | null;
};

/** Of one customer. Moves of one moment are one: a turn is thanked for its answer and minded for its manner at once. */
export const moodClock = (): MoodClock => {
  let [mood, moved, movedAt] = [50, 0, -1];
  let shown: Shown = { mood: moodWord(mood), trend: 'steady' };
  const next = (now: Shown): Shown | null => {
    const isSame = now.mood === shown.mood && now.trend === shown.trend;
    shown = now;
    return isSame ? null : now;
  };
  return {
    begin: (initial) => {
      [mood, moved] = [initial, 0];
      shown = { mood: moodWord(mood), trend: 'steady' };
      return shown.mood;
    },
    after: (event) => {
      if (event.kind === 'turn-judged' || event.at !== movedAt) moved = 0;
      movedAt = event.at;
      if (event.kind === 'mood-moved') {
        moved += event.to - event.from;
        mood = event.to;
      }
      const isMove = Math.abs(moved) >= LEAST_MOVE;
      return next({ mood: moodWord(mood), trend: isMove ? (moved > 0 ? 'rising' : 'falling') : 'steady' });
    },
  };
};
