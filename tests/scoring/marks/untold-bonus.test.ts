/** A coupon that nobody was due: not telling it costs nothing, and not clicking it neither (RULES M24). */
import { describe, expect, it } from 'vitest';
import type { Question } from '#engine/model/content.ts';
import type { Log } from '#tests/scoring/support/log.ts';
import { asked, codes } from '#tests/scoring/support/reading.ts';
import { content, contentWith, need, point, question, scenario } from '#tests/scoring/support/shoe-shop.ts';

const COUPON = need({ do: 'send-coupon', with: { coupon: 'care10' } });
const [SIZE] = scenario.beats.flatMap(({ asks }) => asks);
if (!SIZE) throw new Error('no question');
const BONUS = question(SIZE.id, SIZE.text, [...SIZE.points, point('gift', '10元券给您', { must: false })], '');
const OWED = question(SIZE.id, SIZE.text, [...SIZE.points, point('gift', '10元券给您')], '');

const caseWith = (asks: Question) => ({
  ...contentWith({
    duties: [],
    beats: scenario.beats.map((one) => (one.id === 'size' ? { ...one, asks: [asks], needs: [COUPON] } : one)),
  }),
  actions: [
    ...content.actions.filter(({ id }) => id !== 'send-coupon'),
    { id: 'send-coupon', title: '发券', group: '营销', sends: true, fields: [], done: '好了', doing: '券我这就发' },
  ],
});
const answered = (words: string): Log =>
  asked()
    .enters(1, 'size')
    .replies(10, words, { answers: { 'q-size': 'answered' }, points: [{ point: 'size' }] });
const ended = (log: Log) => log.ends(60, 'kept', 'paid').finishes(70).events;

describe('a coupon nobody granted', () => {
  it('[M24] is not owed where nobody named it', () => {
    expect(codes(ended(answered('拿39.5')), caseWith(BONUS))).not.toContain('missing-action');
  });

  it('[M24] is owed once either side named it', () => {
    expect(codes(ended(answered('拿39.5，有张券给您')), caseWith(BONUS))).toContain('missing-action');
    expect(codes(ended(answered('拿39.5').says(20, '有券吗')), caseWith(BONUS))).toContain('missing-action');
  });

  it('[M24] is owed where it must be told', () => {
    expect(codes(ended(answered('拿39.5')), caseWith(OWED))).toContain('missing-action');
  });
});
