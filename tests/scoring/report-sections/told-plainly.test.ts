/** Small figures and words of the report that say no more, and no less, than the marks beside them. */
import { describe, expect, it } from 'vitest';
import { makeReport } from '#scoring/report.ts';
import { Log, quote } from '#tests/scoring/support/log.ts';
import { all, asked } from '#tests/scoring/support/reading.ts';
import { content, contentWith, scenario } from '#tests/scoring/support/shoe-shop.ts';

it('[M238] a goodbye that came too late is drawn where it was said, and counts as missed as it is charged', () => {
  const parted = (saidAt: number) => {
    const log = new Log().arrives(0).says(0, '穿几码').replies(5, '39.5').says(8, '好的').ends(10, 'kept', 'kept');
    log.opensWindow(10, 'goodbye', 55).closesWindow(55, 'goodbye', 'missed');
    return makeReport(content, log.replies(saidAt, '好的，您慢走，再见', { acts: ['goodbye'] }).finishes(90).events);
  };
  const { conversations, findings } = parted(70);
  expect(findings.map(({ code }) => code)).toContain('no-goodbye');
  expect(conversations[0]?.windows).toMatchObject([{ kind: 'goodbye', how: 'taken', late: true }]);
});

describe('what a question drew out', () => {
  const praised = (words: string, asks: string, told: string) => {
    const knows = scenario.customer.knows.map((fact) => ({ ...fact, says: [{ kind: 'text' as const, text: told }] }));
    const log = asked();
    const request = { fact: 'foot', quote: quote(log.nextMessage, words, asks), again: false };
    log.replies(10, words, { answers: { 'q-size': 'clarifying' }, asked: [request] });
    log.events.push({ kind: 'fact-told', at: 14_000, conversation: 'c1', fact: 'foot', how: 'asked', turn: 1 });
    const data = contentWith({ customer: { ...scenario.customer, knows } });
    return all(log.says(16, told).events, data).find(({ code }) => code === 'merit:asked-first');
  };

  it('[M239] is told only of the words that ask for it, not of another question beside them', () => {
    expect(praised('预算大概多少？', '预算大概多少？', '就我们两口子')).toBeUndefined();
    expect(praised('家里谁用呀？预算大概多少？', '预算大概多少？', '就我们两口子')).toBeUndefined();
    expect(praised('家里几口人吃呀？', '家里几口人吃呀？', '就我们两口子')).toBeDefined();
  });

  it('[M239] is told without 才, which would say that somebody had asked before', () => {
    const merit = praised('家里几口人吃呀？', '家里几口人吃呀？', '就我们两口子');
    expect(merit?.why).toContain('客户说了「就我们两口子」');
    expect(merit?.why).not.toContain('才');
  });
});

it('[M241] nothing stands as 没有要改的 where marks were lost: what took most is named', () => {
  const verdict = (waitS: number) => {
    const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    log.replies(waitS, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' });
    log.changes(waitS + 4, 'q-size', 'answered').ends(waitS + 6, 'kept', 'paid');
    return makeReport(contentWith({ duties: [] }), log.finishes(waitS + 60).events);
  };
  const little = verdict(20);
  expect(little.findings.filter(({ severity }) => severity !== 'merit')).toEqual([]);
  expect(little.score).toBeLessThan(100);
  expect(little.verdict).not.toContain('没有要改的');
  expect(little.verdict).toMatch(/扣得最多的一处 [\d.]+ 分：[^「]+。$/);
  expect(verdict(3)).toMatchObject({ score: 100, verdict: expect.stringContaining('没有要改的') });
});

it('[M240] who went and came back makes two sessions of one customer, and the figure says so', () => {
  const worked = (comesBack: boolean) => {
    const log = new Log().arrives(0).says(0, '穿几码').replies(5, '39.5').ends(10, 'kept', 'kept').status(10, 'away');
    if (comesBack) log.arrives(60, 'c1', { returning: true, visit: 2 }).says(60, '对了 有蓝的吗').replies(66, '有');
    const { measures } = makeReport(content, log.finishes(90).events);
    return measures.find(({ id }) => id === 'reply-rate')?.worked;
  };
  expect(worked(true)).toContain('2 个会话，客户 1 位');
  expect(worked(false)).not.toContain('会话');
});
