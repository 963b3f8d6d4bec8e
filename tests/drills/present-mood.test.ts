import { expect, test } from 'vitest';
import { moodWord } from '#drills/present/present-parts.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { arrived, c, present } from '#tests/drills/support/presented.ts';

test('shows the mood as one of five words, and only when the word changes', () => {
  expect([0, 19, 20, 39, 40, 59, 60, 79, 80, 100].map(moodWord)).toEqual(
    ['angry', 'upset', 'anxious', 'calm', 'pleased'].flatMap((word) => [word, word]),
  );
  expect(
    present([
      arrived,
      { ...c, at: 9000, kind: 'mood-moved', from: 70, to: 69, why: 'REASON' },
      { ...c, at: 9000, kind: 'mood-moved', from: 69, to: 59, why: 'REASON' },
    ]).slice(1),
  ).toEqual([{ ...c, at: 9000, kind: 'mood-changed', mood: 'anxious', trend: 'falling' }]);
});

test('tells which way the mood went within a word since the last turn, in one word and without a number [V9]', () => {
  const judged = (at: number): DrillEvent => ({ ...c, at, kind: 'turn-judged', judgement: {} as never });
  const moved = (at: number, from: number, to: number): DrillEvent => ({
    ...{ ...c, at, kind: 'mood-moved', from, to, why: 'REASON' },
  });
  const shown = present([
    arrived,
    // Two bad answers that stay within 平静, a good one that stays there, and one that changes nothing.
    ...[judged(1000), moved(1000, 79, 72), judged(2000), moved(2000, 72, 65)],
    ...[judged(3000), moved(3000, 65, 74), judged(4000), moved(4000, 74, 73)],
    // Nobody answers: a silence is minded without a turn.
    ...[moved(5000, 73, 64)],
  ]).slice(1);
  expect(shown.map((event) => ('trend' in event ? [event.at, event.mood, event.trend] : event))).toEqual([
    [1000, 'calm', 'falling'],
    [2000, 'calm', 'steady'],
    [2000, 'calm', 'falling'],
    [3000, 'calm', 'steady'],
    [3000, 'calm', 'rising'],
    [4000, 'calm', 'steady'],
    [5000, 'calm', 'falling'],
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/REASON|7[0-9]|6[0-9]/);
});
