import { describe, expect, it } from 'vitest';
import { makeReport } from '#scoring/report.ts';
import type { Log } from '#tests/scoring/support/log.ts';
import { all, asked, codes, one } from '#tests/scoring/support/reading.ts';
import { content, contentWith, need } from '#tests/scoring/support/shoe-shop.ts';

const LIE = '已经给您备注好了';
const named = {
  ...content,
  actions: content.actions.map((a) => (a.id === 'remark' ? { ...a, doing: '我这就写进备注' } : a)),
};

/** At 10 s the remark is told as done. */
const claimed = (actions = ['remark']): Log => {
  const log = asked();
  const quote = { message: log.nextMessage, start: 0, end: LIE.length };
  return log.replies(10, LIE, { claims: [{ actions, quote }], answers: { 'q-size': 'answered' }, points: [{}] });
};
const ended = (log: Log): Log => log.ends(60, 'kept', 'paid').finishes(70);
const honest = (): Log => asked().replies(10, '好的', { answers: { 'q-size': 'answered' }, points: [{}] });

describe('没做的说成做了', () => {
  it('[M9] quotes the words when nothing was clicked, and shows honest ones', () => {
    expect(one(ended(claimed()).events, 'claimed-undone', named)).toMatchObject({
      title: '没点就说办了：备注',
      quote: LIE,
      turn: 1,
      severity: 'grave',
      better: '点「备注」',
      why: expect.stringContaining('「备注」到最后也没有点'),
    });
  });

  it('[M9] isn’t there when the click came before or within 30 s, and says when a later click came', () => {
    expect(codes(ended(claimed().acts(39, 'remark').meets(39, null)).events)).not.toContain('claimed-undone');
    const late = ended(claimed().says(20, '真的吗').acts(45, 'remark').meets(45, null));
    expect(one(late.events, 'claimed-undone').title).toBe('没点就说办了：备注，35 秒后才点');
    expect(codes(late.events)).not.toContain('missing-action');
    const log = asked().acts(5, 'remark').meets(5, null);
    const quote = { message: log.nextMessage, start: 0, end: LIE.length };
    log.replies(10, LIE, { claims: [{ actions: ['remark'], quote }] });
    expect(codes(ended(log).events)).not.toContain('claimed-undone');
  });

  it('[M23] costs the lie and not the click when it was clicked late, and nothing when nobody had spoken between', () => {
    const spoken = (log: Log) => log.says(20, '真的吗');
    const marks = (log: Log) => all(ended(log).events).find((f) => f.code === 'claimed-undone')?.marks ?? 0;
    const never = marks(spoken(claimed()));
    const late = marks(spoken(claimed()).acts(45, 'remark').meets(45, null));
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(never);
    expect(codes(ended(claimed().acts(45, 'remark').meets(45, null)).events)).not.toContain('claimed-undone');
  });

  it('[M9] isn’t there when any operation that the words may mean was clicked', () => {
    const log = () => claimed(['remark', 'change-price']);
    expect(codes(ended(log().acts(20, 'change-price')).events)).not.toContain('claimed-undone');
    expect(codes(ended(log().acts(20, 'send-product')).events)).toContain('claimed-undone');
  });

  it('[M9] explains the mark lost by the missing click, so that one deed has one price', () => {
    const lied = ended(claimed());
    const silent = ended(honest());
    expect(codes(lied.events).filter((code) => code.endsWith('-action'))).toEqual([]);
    expect(codes(silent.events)).toContain('missing-action');
    const lost = (log: Log, id: string) =>
      makeReport(content, log.events)
        .dimensions.find((d) => d.id === id)
        ?.lost.reduce((sum, l) => sum + l.marks, 0);
    expect(lost(lied, 'operation')).toBe(lost(silent, 'operation'));
    expect(makeReport(content, lied.events).score).toBeLessThan(makeReport(content, silent.events).score);
    const marks = all(lied.events).find((f) => f.code === 'claimed-undone')?.marks ?? 0;
    expect(marks).toBeGreaterThan(all(silent.events).find((f) => f.code === 'missing-action')?.marks ?? 99);
  });

  it('[M9] leaves another missing click its own finding', () => {
    const of = contentWith({ duties: [need({ do: 'remark' }), need({ do: 'change-price' })] });
    expect(one(ended(claimed()).events, 'missing-action', of).quote).toBe('没办：改价');
  });

  it('[M9] is one finding for words said twice, at the first of them', () => {
    const log = claimed();
    const quote = { message: log.nextMessage, start: 0, end: LIE.length };
    log.says(20, '真的吗').replies(25, LIE, { claims: [{ actions: ['remark'], quote }] });
    expect(one(ended(log).events, 'claimed-undone')).toMatchObject({ turn: 1, at: 10_000 });
  });

  it('[M9] isn’t there when the bell rings within the thirty seconds, but is when the trainee ends the drill', () => {
    const cut = (why: 'time' | 'trainee') => claimed().ends(15, 'kept', 'paid').finishes(20, ['c1'], why).events;
    expect(codes(cut('time'))).not.toContain('claimed-undone');
    expect(codes(cut('trainee'))).toContain('claimed-undone');
  });
});

describe('[T166] an operation told as done before its beat', () => {
  const REFUND = '五十九给您退过去了';
  /** The money is told as sent at 10 s; the customer comes to `beat` at `enteredS`, speaks at 15 s, and it is clicked at `clickedS`. */
  const refunded = ({ beat = 'ship', enteredS = 14, clickedS = 22 } = {}): Log => {
    const log = asked();
    const quote = { message: log.nextMessage, start: 0, end: REFUND.length };
    const claims = [{ actions: ['refund-partial'], quote }];
    if (enteredS < 10) log.enters(enteredS, beat);
    log.replies(10, REFUND, { claims, answers: { 'q-size': 'answered' }, points: [{}] });
    if (enteredS > 10) log.enters(enteredS, beat);
    log.says(15, '那退钱吧', { why: { kind: 'opening', beat } });
    return ended(log.acts(clickedS, 'refund-partial', { with: { amount: 5900 } }));
  };
  const marks = (log: Log) => all(log.events).find((f) => f.code === 'claimed-undone')?.marks ?? 0;

  it('costs half where the customer then came to want it, and more where it was clicked late', () => {
    expect(one(refunded().events, 'claimed-undone').title).toBe('没点就说办了：部分退款，12 秒后才点');
    expect(marks(refunded())).toBeGreaterThan(0);
    expect(marks(refunded())).toBeLessThan(marks(refunded({ clickedS: 45 })));
  });

  it('costs nothing where it was clicked before they came to it, or where they were in it already or come to another', () => {
    expect(marks(refunded({ clickedS: 14.5 }))).toBe(0);
    expect(marks(refunded({ enteredS: 5 }))).toBe(0);
    expect(marks(refunded({ beat: 'hovers' }))).toBe(0);
  });
});
