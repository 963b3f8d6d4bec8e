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
