import { expect, test } from 'vitest';
import { MOOD_WORDS, type MoodWord } from '#contract/wire-events.ts';
import { createPresenter } from '#drills/present/present.ts';
import { moodWord } from '#drills/present/present-parts.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { isStirred } from '#scoring/suggestions/feelings.ts';
import { arrived, c, present } from '#tests/drills/support/presented.ts';
import { play, repliesOf } from '#tests/learning/support/play.ts';

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
  const judged = (at: number): DrillEvent => ({
    ...c,
    at,
    kind: 'turn-judged',
    judgement: { questions: [], acts: [], text: '' } as never,
  });
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

test('[J170] rises only once the customer says something without fear, hurry or anger, and falls at once', () => {
  const judged = (at: number): DrillEvent => ({
    ...c,
    at,
    kind: 'turn-judged',
    judgement: { questions: [], acts: [], text: '' } as never,
  });
  const moved = (at: number, from: number, to: number): DrillEvent => ({
    ...{ ...c, at, kind: 'mood-moved', from, to, why: 'REASON' },
  });
  const says = (at: number, text: string): DrillEvent => ({
    ...{ ...c, at, kind: 'burst-planned', used: [] },
    bubbles: [
      {
        ...{ id: `b${at}`, at, bubble: { kind: 'text', text }, last: true, opens: [] },
        why: { kind: 'reaction', reaction: 'resolved', turn: 1 },
      },
    ],
  });
  const shown = (events: readonly DrillEvent[]) => {
    const byMoment = new Map<number, unknown>();
    for (const event of present([arrived, ...events]).slice(1))
      if (event.kind === 'mood-changed') byMoment.set(event.at, [event.mood, event.trend]);
    return [...byMoment];
  };
  const afraid = [judged(1000), moved(1000, 70, 85), says(1000, '挂了 手直抖')];
  expect(shown(afraid)).toEqual([[1000, ['calm', 'steady']]]);
  expect(shown([...afraid, judged(2000), says(2000, '好好 我先找卡去')])).toEqual([
    [1000, ['calm', 'steady']],
    [2000, ['pleased', 'rising']],
  ]);
  expect(shown([...afraid, judged(2000), moved(2000, 85, 55), says(2000, '急死我了')]).at(-1)).toEqual([
    2000,
    ['anxious', 'falling'],
  ]);
  expect(shown([judged(1000), moved(1000, 70, 85), says(1000, '好 我不急')])).toEqual([[1000, ['pleased', 'rising']]]);
});

test.each([
  ['account-security/scam-call', 'model', '手直抖'],
  ['account-security/scam-call', 'model', '吓死我了'],
  ['return-dispute/seventh-day', 'recounter', '吓死我了'],
])('[J170] %s, %s: nothing rises at %s', (id, who, words) => {
  const { data, events } = play([id], repliesOf(id, who));
  const presenter = createPresenter(prepare(data));
  let [word, trend, before, isThere] = ['', 'steady', '', false];
  for (const event of events) {
    if (event.kind === 'turn-judged') before = word;
    for (const shown of presenter(event)) {
      if (shown.kind === 'customer-arrived') word = shown.mood;
      if (shown.kind === 'mood-changed') [word, trend] = [shown.mood, shown.trend ?? ''];
    }
    if (event.kind !== 'burst-planned' || event.bubbles[0]?.why.kind !== 'reaction') continue;
    const said = event.bubbles.map(({ bubble }) => (bubble.kind === 'text' ? bubble.text : '')).join(' ');
    if (isStirred(said)) {
      expect(trend, said).not.toBe('rising');
      expect(MOOD_WORDS.indexOf(word as MoodWord), said).toBeLessThanOrEqual(MOOD_WORDS.indexOf(before as MoodWord));
    }
    isThere ||= said.includes(words);
  }
  expect(isThere).toBe(true);
});
