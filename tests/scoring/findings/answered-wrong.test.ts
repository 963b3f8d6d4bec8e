/** A question answered wrong costs at the wrong words alone, and one that was perhaps half answered isn't called ignored. */
import { describe, expect, it } from 'vitest';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { wrongAnswersNotIgnored } from '#scoring/findings/answered-wrong.ts';
import { asked, codes, one } from '#tests/scoring/support/reading.ts';
import { content, contentWith } from '#tests/scoring/support/shoe-shop.ts';

const draft = (code: string, turn: string, about: string[], unsure = false): FindingDraft =>
  ({
    code,
    turn,
    unsure,
    explainedKeys: about.map((id) => `point:c1:${id}:p`),
    spoiledQuestions: about,
    repeats: [],
  }) as unknown as FindingDraft;

it('[M51] a question is not called ignored where the reply to it was charged for what it told, which takes the question over', () => {
  for (const code of ['wrong-fact', 'against-card', 'false-promise', 'red-line:false-claim']) {
    const kept = wrongAnswersNotIgnored([draft(code, 't2', ['a']), draft('ignored', 't2', ['b'])]);
    expect(kept.map(({ code: keptCode }) => keptCode)).toEqual([code]);
    expect(kept[0]?.spoiledQuestions).toEqual(['a', 'b']);
    expect(kept[0]?.explainedKeys).toEqual(['point:c1:a:p', 'point:c1:b:p']);
  }
});

it('[M51] it still is where those words are in doubt, in another reply or only rude', () => {
  const ignored = draft('ignored', 't2', ['b']);
  for (const other of [
    draft('wrong-fact', 't2', ['a'], true),
    draft('wrong-fact', 't1', ['a']),
    draft('impatient', 't2', []),
  ])
    expect(wrongAnswersNotIgnored([other, ignored])).toEqual([other, ignored]);
});

/** The shop with two points to be told of the size. */
const two = contentWith({
  beats:
    content.scenarios[0]?.beats.map((beat) => ({
      ...beat,
      asks: beat.asks.map((entry) => ({ ...entry, points: entry.points.map((point) => ({ ...point, must: true })) })),
    })) ?? [],
});

const log = (points: readonly { state: 'not-recognised' }[]) =>
  asked()
    .replies(10, '脚背高的话39码半吧', {
      answers: { 'q-size': points.length > 0 ? 'not-recognised' : 'untouched' },
      points,
    })
    .changes(90, 'q-size', 'unanswered')
    .ends(90, 'gone', 'lost')
    .finishes(95);

describe('[M72] a question of which a point was perhaps told', () => {
  it('is half answered, by what nobody told of it', () => {
    const { events } = log([{ state: 'not-recognised' }]);
    expect(codes(events, two)).not.toContain('ignored');
    const found = one(events, 'answered-partly', two);
    expect(found.title).toBe('少答一样：没说「脚背高，往大选半码」');
    expect(found.quote).toBe('「脚背高，往大选半码」没有说');
    expect(found.why).toContain('别的话答没答到这一问，看待核');
  });

  it('is ignored where nothing of it was perhaps told', () => {
    expect(codes(log([]).events, two)).toContain('ignored');
  });
});

it('[M113] who says the other thing after the customer’s goodbye is told how to say it right, not how to part', () => {
  const log = asked().replies(20, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' });
  log.changes(24, 'q-size', 'answered', 1).ends(26, 'kept', 'paid').says(28, '好');
  log.replies(40, '下回拿41', { points: [{ state: 'wrong' }], reaction: 'wrong', bad: true });
  log.changes(44, 'q-size', 'wrong', 2).finishes(60);
  expect(one(log.events, 'self-contradiction').better).toBe('那这双拿39.5，您脚面高，大半个码就不压了');
});
