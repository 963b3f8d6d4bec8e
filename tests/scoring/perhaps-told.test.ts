import { describe, expect, it } from 'vitest';
import { asked, codes } from './reading.ts';

describe('[M22] words nobody recognised', () => {
  it('are no evasion without a hedge in them, and one with it', () => {
    const plain = asked().replies(10, '我们这双鞋面是网布的', { answers: { 'q-size': 'not-recognised' } });
    expect(codes(plain.finishes(60).events)).not.toContain('evaded');
    const hedged = asked().replies(10, '差不多吧', { answers: { 'q-size': 'vague' } });
    expect(codes(hedged.finishes(60).events)).toContain('vague');
    const passed = asked().replies(10, '我们这双鞋面是网布的', { answers: { 'q-size': 'evaded' } });
    expect(codes(passed.finishes(60).events)).toContain('evaded');
  });
});
