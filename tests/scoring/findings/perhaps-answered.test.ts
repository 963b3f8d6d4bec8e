/** A question that was perhaps half answered isn't called ignored. */
import { describe, expect, it } from 'vitest';
import { asked, codes, one } from '#tests/scoring/support/reading.ts';
import { content, contentWith } from '#tests/scoring/support/shoe-shop.ts';

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
