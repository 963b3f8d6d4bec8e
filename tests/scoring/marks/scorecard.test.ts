import { describe, expect, it } from 'vitest';
import type { ReportFinding } from '#contract/report.ts';
import type { PointNote } from '#engine/model/turn-judgement.ts';
import { firstChange } from '#scoring/marks/first-change.ts';
import { mainFaultOf } from '#scoring/marks/main-fault.ts';
import { scorecardOf } from '#scoring/marks/scorecard.ts';
import type { Opportunity } from '#scoring/opportunities/opportunity.ts';
import { makeReport } from '#scoring/report.ts';
import { Log, quote } from '#tests/scoring/support/log.ts';
import { content, contentWith, rubric } from '#tests/scoring/support/shoe-shop.ts';

const noDuties = contentWith({ duties: [] });
const card = (events: Log['events'], of = noDuties) => {
  const report = makeReport(of, events);
  return { report, of: (id: string) => report.dimensions.find((d) => d.id === id) };
};
const asked = (): Log => new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' });

/** First effective 10 s, one later round of 40 s (weak); musts covered, bonus left out; goodbye missed. */
const worked = (why: readonly { point: string; state: PointNote['state'] }[] = []): Log =>
  asked()
    .replies(10, '39.5，往大选', { answers: { 'q-size': 'answered' }, points: [{}, ...why], reaction: 'resolved' })
    .changes(14, 'q-size', 'answered', 1)
    .says(20, '几点发', { opens: 'q-ship' })
    .replies(60, '四点前付今天发', {
      answers: { 'q-ship': 'answered' },
      points: [{ point: 'ship', question: 'q-ship' }],
      reaction: 'resolved',
    })
    .changes(64, 'q-ship', 'answered', 2)
    .ends(64, 'kept', 'paid')
    .opensWindow(64, 'goodbye', 124)
    .closesWindow(124, 'goodbye', 'missed')
    .finishes(134);

describe('the scorecard', () => {
  it('[M8] works out as by hand, and a dimension without a chance gives its weight to the others (RULES M1)', () => {
    const { of, report } = card(worked().events);
    // No action and no sales window: 80 of 100 are left. 20 → 25, 15 → 18.75, 30 → 37.5.
    // Response (1 + 0.4) ÷ 2; expression 2 ÷ 2; solving (2 + 2) ÷ 4, the bonus not offered; manner 2 ÷ 3, a tenth off for the goodbye.
    expect(of('response')).toMatchObject({ weight: 25, marks: 17.5, taken: 1.4, offered: 2 });
    expect(of('expression')).toMatchObject({ weight: 18.8, marks: 18.8 });
    expect(of('solving')).toMatchObject({ weight: 37.5, marks: 37.5, taken: 4, offered: 4 });
    expect(of('operation')).toMatchObject({ weight: 0, marks: null });
    expect(of('manner')).toMatchObject({ weight: 18.8, marks: 10.6, taken: 2, offered: 3 });
    expect(report.score).toBe(84);
    expect(report.range).toEqual([84, 84]);
    expect(report.grade).toBe('pass');
  });

  it('[M8] takes a deduction off besides the lost chance, and the finding has the price of both', () => {
    const wrong = asked()
      .replies(10, '39', { answers: { 'q-size': 'partial' }, points: [{ state: 'wrong' }] })
      .changes(14, 'q-size', 'wrong', 1)
      .finishes(100);
    const { of, report } = card(wrong.events);
    // One must, worth 2, is lost: 0 ÷ 2 leaves nothing to deduct from.
    // A wrong answer costs here alone: how it was said (RULES M15) and how quick it came (M78) give their weight to this one.
    expect(of('solving')).toMatchObject({ weight: 100, marks: 0, taken: 0, offered: 2 });
    const lost = report.dimensions.flatMap((d) => d.lost.map((l) => l.marks)).reduce((a, b) => a + b, 0);
    expect(lost).toBeCloseTo(100 - report.score, 0);
    expect(report.findings.find((f) => f.code === 'wrong-fact')?.marks).toBeGreaterThan(37);
  });

  it('[T4] takes half the must for an answer that was wrong and then put right', () => {
    const log = asked()
      .replies(10, '39', { answers: { 'q-size': 'partial' }, points: [{ state: 'wrong' }] })
      .replies(20, '说错了，39.5', { answers: { 'q-size': 'answered' }, points: [{ corrected: true }], corrects: true })
      .changes(24, 'q-size', 'answered', 2)
      .finishes(60);
    expect(card(log.events).of('solving')).toMatchObject({ taken: 1, offered: 2 });
  });

  it('[M2] leaves the doubtful part out of the mark and counts it in the range', () => {
    const log = asked()
      .replies(10, '大半码', {
        answers: { 'q-size': 'not-recognised' },
        points: [{ state: 'not-recognised' }],
        reaction: 'rephrase',
      })
      .changes(14, 'q-size', 'provisional', 1)
      .finishes(30);
    const { report, of } = card(log.events);
    expect(of('solving')?.unsure).toBe(true);
    expect(report.range[0]).toBeLessThan(report.range[1]);
    expect(report.score).toBeGreaterThanOrEqual(report.range[0]);
    expect(report.score).toBeLessThanOrEqual(report.range[1]);
  });

  it('[M17] is raised by a bonus and never lowered by one: left out, in doubt, told', () => {
    // The second must is left out, so that the share is below 1.
    const half = (why: readonly { point: string; state: PointNote['state'] }[]): Log =>
      asked()
        .replies(10, '39.5，往大选', { answers: { 'q-size': 'answered' }, points: [{}, ...why], reaction: 'resolved' })
        .changes(14, 'q-size', 'answered', 1)
        .says(20, '几点发', { opens: 'q-ship' })
        .replies(30, '看页面为准', { answers: { 'q-ship': 'evaded' } })
        .changes(34, 'q-ship', 'unanswered')
        .ends(34, 'gone', 'lost')
        .finishes(40);
    const [silent, mumbled, said, wrong] = [
      half([]),
      half([{ point: 'why', state: 'not-recognised' }]),
      half([{ point: 'why', state: 'covered' }]),
      half([{ point: 'why', state: 'wrong' }]),
    ].map((log) => card(log.events));
    expect(silent?.of('solving')).toMatchObject({ taken: 2, offered: 4 });
    expect(mumbled?.of('solving')).toMatchObject({ taken: 2, offered: 4 });
    expect(said?.of('solving')).toMatchObject({ taken: 3, offered: 5 });
    expect(wrong?.of('solving')).toMatchObject({ taken: 2, offered: 5 });
    const least = silent?.report.score ?? 0;
    expect(said?.report.score).toBeGreaterThan(least);
    expect(mumbled?.report.score).toBe(least);
    expect(mumbled?.report.range).toEqual([least, said?.report.score]);
    expect(wrong?.report.score).toBeLessThan(least);
  });

  it('[M3] is capped at 59 by a sure red line, whatever else went well', () => {
    const good = worked().events;
    expect(card(good).report.score).toBeGreaterThan(59);
    const log = asked();
    const words = '39.5，加我微信';
    log
      .replies(10, words, {
        answers: { 'q-size': 'answered' },
        points: [
          { quote: quote(log.nextMessage, words, '39.5') },
          { point: 'why', quote: quote(log.nextMessage, words, '39.5') },
        ],
        redLines: [
          { code: 'offsite', confidence: 'high', quote: quote(log.nextMessage, words, '加我微信'), rule: 'r' },
        ],
        reaction: 'resolved',
      })
      .changes(14, 'q-size', 'answered', 1)
      .ends(14, 'kept', 'paid')
      .finishes(20);
    const { report } = card(log.events);
    expect(report).toMatchObject({ cappedBy: 'red-line:offsite', grade: 'fail' });
    expect(report.score).toBeLessThanOrEqual(59);
    expect(report.verdict).toContain('总分封顶 59');
    expect(report.first?.family).toBe('manner');
  });

  it('takes something off for a fault even where its dimension offered no chance', () => {
    const clean = worked().events;
    const marred = [...worked().acts(50, 'change-price', { forbidden: 0 }).events];
    const last = marred.pop();
    if (last) marred.splice(3, 0, last);
    expect(card(marred).report.score).toBeLessThan(card(clean).report.score);
    expect(card(marred).of('operation')).toMatchObject({ marks: 0 });
  });

  it('[M8] counts silence as lost: without a single turn no manners are earned', () => {
    const log = asked()
      .changes(200, 'q-size', 'unanswered')
      .ends(200, 'gone', 'lost', { silent: true, rating: 1 })
      .finishes(210);
    const { report, of } = card(log.events);
    expect(report.score).toBe(0);
    expect(of('expression')).toMatchObject({ taken: 0, offered: 0, marks: null });
    expect(of('manner')).toMatchObject({ taken: 0, offered: 0, marks: null });
  });

  it('[M12] loses what a story still held when the trainee walks away, and stays open upwards when the bell rings', () => {
    const of = contentWith({
      duties: [],
      beats:
        content.scenarios[0]?.beats.map((b) =>
          b.id === 'size' ? { ...b, then: { ...b.then, resolved: 'ship' } } : b,
        ) ?? [],
    });
    const answered = (why: 'trainee' | 'time') =>
      new Log()
        .arrives(0)
        .enters(0, 'size')
        .says(0, '穿几码', { opens: 'q-size' })
        .replies(10, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] })
        .changes(14, 'q-size', 'answered', 1)
        .finishes(15, ['c1'], why);
    const rung = card(answered('time').events, of).report;
    expect(rung).toMatchObject({ cappedBy: 'unfinished', grade: 'fail' });
    expect(rung.findings.map((f) => f.code)).not.toContain('ended-early');
    expect(rung.range[1]).toBeGreaterThan(of.rubric.pass);
    const left = card(answered('trainee').events, of);
    expect(left.of('solving')).toMatchObject({ taken: 2, offered: 4 });
    expect(left.report.findings.map((f) => f.quote)).toContain('提前结束，还有 1 问没有答');
  });

  it('[T10] gives no response marks for quick courtesies that answer nothing', () => {
    const log = asked();
    for (const s of [3, 23, 43]) {
      log
        .replies(s, '在的亲', { answers: { 'q-size': 'untouched' } })
        .says(s + 10, '在吗', { why: { kind: 'silence', step: 1 } });
    }
    log.changes(200, 'q-size', 'unanswered').ends(200, 'gone', 'lost', { silent: true }).finishes(210);
    expect(card(log.events).of('response')).toMatchObject({ taken: 0 });
    expect(card(log.events).report.score).toBeLessThanOrEqual(15);
  });

  it('[M5] names first the family that costs most in two places or more, as something to do', () => {
    const log = asked()
      .replies(10, '应该差不多', { answers: { 'q-size': 'vague' }, reaction: 'vague', bad: true })
      .says(16, '差不多是多少')
      .replies(24, '看情况吧', { answers: { 'q-size': 'vague' }, reaction: 'vague', bad: true })
      .changes(30, 'q-size', 'unanswered')
      .ends(30, 'gone', 'lost')
      .finishes(40);
    const { report } = card(log.events);
    expect(report.first).toMatchObject({
      family: 'evading',
      title: '换成一个数',
      goal: '下一场「应该」「尽快」一次也不用',
    });
    expect(report.first?.advice).toMatch(/^可以说：「.+」$/);
    // No first answer came because of these words, so its marks count with them.
    const named = report.findings.filter((f) => f.family === 'evading' || f.code === 'late-first');
    expect(report.first?.findings).toEqual(named.map((f) => f.id));
    expect(report.first?.marks).toBeCloseTo(named.reduce((sum, f) => sum + f.marks, 0));
  });

  it('[M5] leaves a late first answer to the late family where no words came before it', () => {
    const log = asked()
      .replies(70, '应该差不多', { answers: { 'q-size': 'vague' }, reaction: 'vague', bad: true })
      .replies(90, '看情况吧', { answers: { 'q-size': 'vague' }, reaction: 'vague', bad: true })
      .changes(95, 'q-size', 'unanswered')
      .ends(95, 'gone', 'lost')
      .finishes(100);
    const { report } = card(log.events);
    expect(report.first?.findings).toEqual(report.findings.filter((f) => f.family === 'evading').map((f) => f.id));
  });

  it('[M5] puts a red line first with all that it costs, even where its own marks were lost already', () => {
    const line = '加我微信';
    const text = `${line}，这边说不方便`;
    const log = worked();
    const at = log.nextMessage;
    log.replies(70, text, {
      redLines: [{ code: 'offsite', confidence: 'high', quote: quote(at, text, line), rule: 'r' }],
    });
    const { report } = card(log.events);
    const uncapped = report.dimensions.reduce((sum, d) => sum + (d.marks ?? 0), 0);
    const own = report.findings.find((f) => f.code === 'red-line:offsite')?.marks ?? 0;
    expect(report.cappedBy).toBe('red-line:offsite');
    expect(report.first?.title).toBe('事都在这里办完');
    expect(report.first?.marks).toBeCloseTo(own + uncapped - report.score, 0);
    expect(report.first?.marks).toBeGreaterThan(own);
  });

  it('says that a red line caps the total only where it lowers it', () => {
    const line = '加我微信';
    const hit = (log: Log): Log => {
      const at = log.nextMessage;
      return log.replies(70, line, {
        redLines: [{ code: 'offsite', confidence: 'high', quote: quote(at, line, line), rule: 'r' }],
      });
    };
    const bites = card(hit(worked()).events).report;
    expect(bites).toMatchObject({ cappedBy: 'red-line:offsite', capBites: true });
    expect(bites.verdict).toContain('总分封顶 59');
    const sunk = card(hit(asked()).ends(90, 'gone', 'lost').finishes(100).events).report;
    expect(sunk.score).toBeLessThan(59);
    expect(sunk).toMatchObject({ cappedBy: 'red-line:offsite', capBites: false });
    expect(sunk.verdict).toContain('碰了红线：引到平台外，客户走了。');
    expect(sunk.first?.marks).toBe(sunk.findings.find((f) => f.code === 'red-line:offsite')?.marks);
  });

  it('[M20] names the ceiling that holds: two rude replies have a lower one than one', () => {
    const rude = (times: number): Log => {
      const log = worked();
      for (let n = 0; n < times; n += 1) log.replies(70 + n * 20, `问够了没有${'啊'.repeat(n)}`, { tone: 'hostile' });
      return log;
    };
    const { report } = card(rude(2).events);
    expect(report).toMatchObject({
      cappedBy: 'hostile',
      capAt: rubric.rude?.most,
      capBites: true,
      score: rubric.rude?.most,
    });
    expect(report.verdict).toContain(`，总分封顶 ${rubric.rude?.most}`);
    expect(card(rude(1).events).report).toMatchObject({ cappedBy: 'hostile', capAt: rubric.rude?.once });
    const text = '问够了没有，加我微信';
    const both = worked();
    const hit = {
      code: 'offsite' as const,
      confidence: 'high' as const,
      quote: quote(both.nextMessage, text, text),
      rule: 'r',
    };
    both.replies(70, text, { tone: 'hostile', redLines: [hit] });
    expect(card(both.events).report.capAt).toBeLessThanOrEqual(rubric.rude?.once ?? 0);
  });

  it('[M20] takes its plain share for what was never reached, and more for what was reached and lost', () => {
    const chance = (key: string, credit: number, isAhead: boolean): Opportunity => ({
      key,
      dimension: 'solving',
      at: 0,
      worth: 2,
      credit,
      unsure: false,
      isAhead,
      text: key,
    });
    const marksOf = (...chances: Opportunity[]) =>
      scorecardOf({ ...rubric, severity: 1.7 }, chances, []).dimensions.find((d) => d.id === 'solving')?.marks;
    const told = chance('told', 2, false);
    expect(marksOf(told, chance('cut', 0, true))).toBe(50);
    expect(marksOf(told, chance('not told', 0, false))).toBe(15);
  });

  it('[M12] has a lower ceiling where a customer was left waiting, and the verdict names that one', () => {
    const left = asked()
      .replies(10, '39.5，往大选', { answers: { 'q-size': 'answered' }, points: [{}, { point: 'why' }] })
      .changes(14, 'q-size', 'answered', 1)
      .says(20, '几点发', { opens: 'q-ship' })
      .replies(25, '四点前付今天发', {
        answers: { 'q-ship': 'answered' },
        points: [{ point: 'ship', question: 'q-ship' }],
      })
      .changes(29, 'q-ship', 'answered', 2)
      .says(30, '能便宜点吗')
      .ends(200, 'gone', 'lost', { silent: true, rating: 1 })
      .finishes(210);
    const { report } = card(left.events);
    expect(report).toMatchObject({
      cappedBy: 'customer-left',
      capAt: rubric.road?.most,
      capBites: true,
      score: rubric.road?.most,
    });
    expect(report.verdict).toContain(`总分封顶 ${rubric.road?.most}`);
  });

  it('[M5] counts what the advice is about: one fault, or the family where no fault stands out', () => {
    const of = (code: string, marks: number, id: string) => ({
      ...(card(worked().events).report.findings[0] as ReportFinding),
      id,
      code,
      family: code === 'late-round' || code === 'late-first' ? 'late' : 'not-valuing',
      severity: 'mild' as const,
      unsure: false,
      marks,
      again: [],
      quoteAt: null,
    });
    const change = (findings: ReportFinding[]) =>
      firstChange(rubric, mainFaultOf(rubric, findings, []), { total: 8, late: 2, thresholdS: 30 });
    const pause = change([of('no-follow-up', 6.5, 'f1'), of('no-goodbye', 2.5, 'f2')]);
    expect(pause).toMatchObject({ title: '客户走开前先应一句', marks: 6.5, findings: ['f1'] });
    const both = change([of('late-first', 11.1, 'f1'), of('late-round', 11.1, 'f2')]);
    expect(both).toMatchObject({
      family: 'late',
      marks: 22.2,
      findings: ['f1', 'f2'],
      goal: '下一场 8 句里 7 句在 30 秒内',
    });
  });

  it('[M5] names what lost the customer, in the verdict and in what to change first', () => {
    const log = asked()
      .replies(62, '看页面', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
      .changes(66, 'q-size', 'answered', 1)
      .says(70, '几点发', { opens: 'q-ship' })
      .replies(137, '以页面为准哦', { answers: { 'q-ship': 'evaded' }, reaction: 'evaded', bad: true })
      .changes(141, 'q-ship', 'unanswered')
      .ends(145, 'gone', 'lost')
      .finishes(150);
    const { report } = card(log.events);
    // The customer left because the answer was the page, not because of the wait.
    expect(report.first?.family).toBe('evading');
    expect(report.verdict).toMatch(/^客户问「几点发」，等来的是「以页面为准哦」，客户走了。/);
  });

  it('has a verdict of two sentences with their figures', () => {
    const { report } = card(worked().events);
    expect(report.verdict).toMatch(/^「39\.5，往大选」「四点前付今天发」你都说对了。客户问「几点发」，/);
    expect(card([...asked().events]).report.verdict).toContain('这一场你没有说话');
  });

  it('chooses next cases from those available and leaves out the one just played', () => {
    const [first] = content.scenarios;
    if (!first) throw new Error('no case');
    const others = [1, 2, 3, 4].map((level) => ({ ...first, id: `x/${level}`, level }));
    const { next } = makeReport(noDuties, worked().events, [first, ...others]);
    expect(next).toHaveLength(3);
    expect(next.map((n) => n.scenario)).not.toContain(first.id);
    expect(next[0]?.scenario).toBe('x/1');
  });

  it('underlines words only where they stand: every quote cuts its message exactly', () => {
    const { report } = card(worked().events);
    for (const f of report.findings) {
      const line = report.transcript.find((t) => t.id === f.quoteAt?.message);
      if (f.quoteAt) expect(line?.text.slice(f.quoteAt.start, f.quoteAt.end)).toBe(f.quote);
    }
  });
});
