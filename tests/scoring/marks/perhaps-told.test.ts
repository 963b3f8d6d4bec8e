import { describe, expect, it } from 'vitest';
import { Log } from '#tests/scoring/support/log.ts';
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

describe('[T165] words that hedge', () => {
  /** The customer goes on writing, and asks their question, while `first` is being sent. */
  const between = (first: string, then: string, answer: 'vague' | 'evaded' = 'vague') => {
    const log = new Log()
      .arrives(0)
      .says(0, '鞋子到了', { last: false })
      .writes(2, first)
      .says(3, '穿几码', { opens: 'q-size' });
    const messages = [log.events.findLast((event) => event.kind === 'trainee-said')?.id ?? '', log.nextMessage];
    const turn = log.writes(4, then).judges(4, messages, `${first}\n${then}`, { answers: { 'q-size': answer } });
    return turn.finishes(60).events;
  };

  it('are none of a question that was asked after them', () => {
    expect(codes(between('写了尽量上午送', '您忙您的，不用守'))).not.toContain('vague');
    expect(codes(between('您忙您的，不用守', '这个尽量吧'))).toContain('vague');
    expect(codes(between('写了尽量上午送', '这个也尽量吧'))).toContain('vague');
  });

  it('quote what was said once the question was asked', () => {
    expect(one(between('写了尽量上午送', '这个也不好说'), 'vague').quote).toBe('这个也不好说');
  });

  it('make no evasion sure that they stood before', () => {
    expect(one(between('写了尽量上午送', '我们这双鞋面是网布的', 'evaded'), 'evaded').unsure).toBe(true);
    expect(one(between('您忙您的', '以页面为准哦', 'evaded'), 'evaded').unsure).toBe(false);
  });
});
