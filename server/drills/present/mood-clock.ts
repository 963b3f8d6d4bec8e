/**
 * What a trainee sees of a mood: its word, and which way it went since the last turn (RULES V9). Both are less than the
 * number, which is the answer key.
 */
import { MOOD_WORDS, type MoodTrend, type MoodWord } from '#contract/wire-events.ts';
import type { EventOf } from '#engine/model/events.ts';
import { isStirred } from '#scoring/suggestions/feelings.ts';
import { moodWord } from './present-parts.ts';

/** Points by which a mood has to move in one turn, or in one silence, to be said to rise or fall. */
const LEAST_MOVE = 3;

type Shown = { mood: MoodWord; trend: MoodTrend };
export type MoodEvent = EventOf<'mood-moved'> | EventOf<'turn-judged'> | EventOf<'burst-planned'>;
export type MoodClock = {
  /** The word for the mood in which the customer comes. */
  begin(mood: number): MoodWord;
  /** What is shown after this event; null: what was shown before. */
  after(event: MoodEvent): Shown | null;
};

const lower = (a: MoodWord, b: MoodWord): MoodWord => (MOOD_WORDS.indexOf(a) < MOOD_WORDS.indexOf(b) ? a : b);

/**
 * Of one customer. Moves of one moment are one: a turn is thanked for its answer and minded for its manner at once. Whoever
 * says 吓死我了 is seen to be better only at their next words without fear, hurry or anger (RULES J170).
 */
export const moodClock = (): MoodClock => {
  let [mood, moved, movedAt] = [50, 0, -1];
  let shown: Shown = { mood: moodWord(mood), trend: 'steady' };
  /** The word shown before the moves of this moment, and the one that stays in sight while nothing may rise. */
  let before = shown.mood;
  let kept: MoodWord | null = null;
  const now = (trend: MoodTrend): Shown => ({
    mood: kept === null ? moodWord(mood) : lower(kept, moodWord(mood)),
    trend,
  });
  const next = (later: Shown): Shown | null => {
    const isSame = later.mood === shown.mood && later.trend === shown.trend;
    shown = later;
    return isSame ? null : later;
  };
  const afterBurst = ({ at, bubbles }: EventOf<'burst-planned'>): Shown | null => {
    const words = bubbles.flatMap(({ bubble }) => (bubble.kind === 'text' ? [bubble.text] : []));
    if (words.length === 0) return null;
    if (!isStirred(words.join('\n'))) {
      const wasKept = kept !== null;
      kept = null;
      const later = now(shown.trend);
      const isHigher = wasKept && later.mood !== lower(later.mood, shown.mood);
      return next(isHigher ? { ...later, trend: 'rising' } : later);
    }
    if (at !== movedAt || moved <= 0) return null;
    kept ??= before;
    return next(now('steady'));
  };
  return {
    begin: (initial) => {
      [mood, moved, kept] = [initial, 0, null];
      shown = { mood: moodWord(mood), trend: 'steady' };
      before = shown.mood;
      return shown.mood;
    },
    after: (event) => {
      if (event.kind === 'burst-planned') return afterBurst(event);
      if (event.kind === 'turn-judged' || event.at !== movedAt) [moved, before] = [0, shown.mood];
      movedAt = event.at;
      if (event.kind === 'mood-moved') {
        moved += event.to - event.from;
        mood = event.to;
      }
      const isMove = Math.abs(moved) >= LEAST_MOVE;
      return next(now(isMove ? (moved > 0 ? 'rising' : 'falling') : 'steady'));
    },
  };
};
