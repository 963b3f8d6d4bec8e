import { describe, expect, it } from 'vitest';
import { asked, codes, one } from '#tests/scoring/support/reading.ts';

describe('[M22] unrecognised words', () => {
  it('are no evasion without a hedge, and are vague with one', () => {
    const plain = asked().replies(10, '我们这双鞋面是网布的', { answers: { 'q-size': 'not-recognised' } });
    expect(codes(plain.finishes(60).events)).not.toContain('evaded');
    const hedged = asked().replies(10, '差不多吧', { answers: { 'q-size': 'vague' } });
    expect(codes(hedged.finishes(60).events)).toContain('vague');
  });

  it('are 待核 where they pass a question by, and a fault where they avoid it', () => {
    const passed = (text: string) =>
      one(
        asked()
          .replies(10, text, { answers: { 'q-size': 'evaded' } })
          .finishes(60).events,
        'evaded',
      );
    expect(passed('我们这双鞋面是网布的')).toMatchObject({ unsure: true, marks: 0 });
    expect(passed('以页面为准哦').unsure).toBe(false);
    expect(passed('亲，活动力度很大，您看下页面哦').unsure).toBe(false);
  });
});
