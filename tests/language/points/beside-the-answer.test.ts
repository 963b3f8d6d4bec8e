/** Figures and sentences beside the one that answers: they say no point, however like it the words are (RULES M76). */
import { describe, expect, it } from 'vitest';
import type { PointWordings } from '#language/terms/verdicts.ts';
import { stateOf } from '#tests/language/support/state-of.ts';

describe('[M76] beside the one that answers', () => {
  it('the box says nothing of the pieces', () => {
    const pieces = {
      id: 'per',
      says: '一盒是12枚',
      also: ['一盒里有12枚', '一盒12枚'],
      contradicts: ['一盒是10枚', '一盒就一枚'],
    };
    expect(stateOf(pieces, '在的，一盒是12枚', '一盒几枚')).toBe('covered');
    for (const count of [3, 6, 8, 24])
      expect(stateOf(pieces, `在的，一盒是${count}枚`, '一盒几枚')).not.toBe('covered');
  });

  const pay = (sum: number): PointWordings => ({
    id: 'pay',
    says: `用券到手${sum}元`,
    also: [`券后${sum}元`, `减完付${sum}块`],
    value: { kind: 'amount', is: `${sum}元` },
    about: ['到手', '付', '券后', '减完'],
    exemplars: [`没到150也用不上粉丝券`],
  });

  it('the sum from which something is taken off isn’t the one to pay', () => {
    for (const [from, off] of [
      [129, 20],
      [99, 10],
      [168, 30],
    ] as const)
      for (const words of ['减', '拿掉', '块里扣去', '元再减']) {
        const told = `${from}${words}${off}，落到手里付${from - off}`;
        expect(stateOf(pay(from - off), told, '最后付多少')).toBe('covered');
        expect(stateOf(pay(from), told, '最后付多少')).not.toBe('covered');
      }
  });

  it('words that a model trainee said beside the price don’t tell it', () => {
    expect(stateOf(pay(139), '眼下单拍99，没到150也用不上粉丝券', '现在多少')).not.toBe('covered');
  });

  it('sentences that say nothing of it say nothing side by side either', () => {
    const why = {
      id: 'why',
      says: '敏感肌选氨基酸洁面',
      also: ['敏感肌别选男士那支', '男士洁面皂氨复配，清洁力强', '那支是皂氨的，洗得更狠', '敏感的用氨基酸表活那支'],
      contradicts: ['男士洁面更温和', '敏感肌选男士洁面'],
      examples: { no: ['建议您拿氨基酸洁面', '日常防晒洁面就洗得掉'] },
    };
    expect(stateOf(why, '那建议您拿氨基酸洁面，日常防晒洁面就洗得掉', '两款买哪个')).not.toBe('covered');
    expect(stateOf(why, '建议您拿氨基酸洁面，敏感肌选氨基酸洁面', '差在哪')).toBe('covered');
  });
});
