import { describe, expect, it } from 'vitest';
import type { DrillEvent } from '#engine/model/events.ts';
import type { GivenRuling } from '#scoring/marks/rulings.ts';
import { makeReport } from '#scoring/report.ts';
import { givenRuling } from '#tests/scoring/support/given-ruling.ts';
import { Log, quote } from '#tests/scoring/support/log.ts';
import { content, contentWith } from '#tests/scoring/support/shoe-shop.ts';

const noDuties = contentWith({ duties: [] });

const ruling = (finding: string | null, over: Partial<GivenRuling> = {}): GivenRuling =>
  givenRuling({ finding, reason: '说清楚了', ...over });
const report = (log: Log, rulings: readonly GivenRuling[] = [], of = noDuties) =>
  makeReport(of, log.events, of.scenarios, rulings);

const SAID = '这都看不懂 加微信说';
/** Both questions answered on time; a red line and nothing else in the first turn. */
const withRedLine = (confidence: 'high' | 'low'): Log => {
  const log = new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' });
  const message = log.nextMessage;
  return log
    .replies(10, SAID, {
      answers: { 'q-size': 'answered' },
      points: [{}],
      reaction: 'resolved',
      redLines: [{ code: 'offsite', confidence, quote: quote(message, SAID, '加微信说'), rule: 'test' }],
    })
    .changes(14, 'q-size', 'answered', 1)
    .ends(20, 'kept', 'paid')
    .finishes(30);
};

/** The keys of the faults of a code. */
const keysOf = (log: Log, code: string): string[] =>
  report(log)
    .findings.filter((f) => f.code === code)
    .map((f) => f.key);

describe('keys of findings', () => {
  it('are code, conversation and time, and differ for every finding', () => {
    const { findings } = report(withRedLine('high'));
    expect(findings.map((f) => f.key)).toContain('red-line:offsite@c1:10000');
    expect(new Set(findings.map((f) => f.key)).size).toBe(findings.length);
  });

  it('get a number where two would be equal', () => {
    const log = new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' });
    const message = log.nextMessage;
    const text = '{买家昵称}您好 {订单号}发了';
    const hole = (name: string) => ({ name, quote: quote(message, text, `{${name}}`) });
    log.replies(10, text, { answers: { 'q-size': 'answered' }, unfilled: [hole('买家昵称'), hole('订单号')] });
    expect(keysOf(log, 'unfilled-variable')).toEqual(['unfilled-variable@c1:10000', 'unfilled-variable@c1:10000#2']);
  });
});

describe('a ruling', () => {
  it('[M3] that dismisses a red line lifts the cap and gives the marks back', () => {
    const log = withRedLine('high');
    const before = report(log);
    expect(before).toMatchObject({ cappedBy: 'red-line:offsite', grade: 'fail' });
    expect(before.score).toBeLessThanOrEqual(59);
    const after = report(log, [ruling('red-line:offsite@c1:10000')]);
    expect(after.cappedBy).toBeNull();
    expect(after.score).toBeGreaterThan(85);
    expect(after.machineScore).toBe(before.score);
    const found = after.findings.find((f) => f.code === 'red-line:offsite');
    expect(found).toMatchObject({ marks: 0, ruling: { verdict: 'dismissed', by: '王老师', reason: '说清楚了' } });
    // What it cost before can still be read: −9 → 0.
    expect(found?.ruling?.was).toBe(before.findings.find((f) => f.code === 'red-line:offsite')?.marks);
    expect(found?.ruling?.was).toBeGreaterThan(0);
    expect(after.verdict).not.toContain('红线');
    expect(after.first?.findings ?? []).not.toContain(found?.id);
    // Dismissed words take nothing away: the whole of this dimension's weight is there.
    const manner = after.dimensions.find((d) => d.id === 'manner');
    expect(manner?.marks).toBe(manner?.weight);
  });

  it('[M3] that upholds an unsure red line caps the total, and [M2] closes the range', () => {
    const log = withRedLine('low');
    const before = report(log);
    expect(before.cappedBy).toBeNull();
    expect(before.range[0]).toBeLessThan(before.range[1]);
    const key = 'red-line:offsite@c1:10000';
    const upheld = report(log, [ruling(key, { verdict: 'upheld' })]);
    expect(upheld).toMatchObject({ cappedBy: 'red-line:offsite', machineScore: before.score });
    expect(upheld.range).toEqual([upheld.score, upheld.score]);
    expect(upheld.findings.find((f) => f.key === key)).toMatchObject({ unsure: false, ruling: { verdict: 'upheld' } });
    const dismissed = report(log, [ruling(key)]);
    expect(dismissed.range).toEqual([dismissed.score, dismissed.score]);
    expect(dismissed.score).toBe(before.range[1]);
  });

  it('gives back the marks of the round that a late reply lost, and no others', () => {
    const log = new Log()
      .arrives(0)
      .says(0, '穿几码', { opens: 'q-size' })
      .replies(10, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
      .changes(14, 'q-size', 'answered', 1)
      .says(20, '几点发', { opens: 'q-ship' })
      .replies(120, '今天', { answers: { 'q-ship': 'answered' }, points: [{ point: 'ship', question: 'q-ship' }] })
      .changes(124, 'q-ship', 'answered', 2)
      .finishes(140);
    const [late = ''] = keysOf(log, 'late-round');
    const taken = (rulings: GivenRuling[]): number | undefined =>
      report(log, rulings).dimensions.find((d) => d.id === 'response')?.taken;
    expect(taken([])).toBe(1);
    expect(taken([ruling(late)])).toBe(2);
    const others = (rulings: GivenRuling[]): unknown =>
      report(log, rulings).dimensions.map(({ id, taken: t, offered }) => (id === 'response' ? offered : [t, offered]));
    expect(others([ruling(late)])).toEqual(others([]));
  });

  it('leaves a loss with another fault that explains it too', () => {
    const text = '随便 应该都行';
    const log = new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' });
    const message = log.nextMessage;
    log
      .replies(10, text, {
        answers: { 'q-size': 'vague' },
        reaction: 'vague',
        tone: 'impatient',
        toneQuote: quote(message, text, '随便'),
        bad: true,
      })
      .ends(20, 'lost', 'lost')
      .finishes(30);
    const [tone = ''] = keysOf(log, 'impatient');
    expect(keysOf(log, 'vague')).toHaveLength(1);
    const expression = (rulings: GivenRuling[]): number | undefined =>
      report(log, rulings).dimensions.find((d) => d.id === 'expression')?.taken;
    expect(expression([ruling(tone)])).toBe(expression([]));
  });

  it('of a score sets the total and its grade, even above the cap', () => {
    const log = withRedLine('high');
    const before = report(log);
    const after = report(log, [ruling(null, { id: 'r9', verdict: 'score', score: 72.5, reason: '引用了客户原话' })]);
    expect(after).toMatchObject({
      score: 72.5,
      range: [72.5, 72.5],
      grade: 'pass',
      cappedBy: null,
      machineScore: before.score,
      ruled: { id: 'r9', score: 72.5, by: '王老师', reason: '引用了客户原话' },
    });
    expect(after.dimensions).toEqual(before.dimensions);
  });

  it('that was undone has no effect, and of two on one finding the later one holds', () => {
    const log = withRedLine('high');
    const key = 'red-line:offsite@c1:10000';
    const undone = { by: '王老师', at: 2 };
    expect(report(log, [ruling(key, { undone }), ruling(null, { verdict: 'score', score: 90, undone })])).toEqual(
      report(log),
    );
    const both = report(log, [ruling(key), ruling(key, { id: 'r2', verdict: 'upheld' })]);
    expect(both.cappedBy).toBe('red-line:offsite');
    expect(both.findings.find((f) => f.key === key)?.ruling?.id).toBe('r2');
  });

  it('on a finding that isn’t there changes nothing', () => {
    const { events }: { events: readonly DrillEvent[] } = withRedLine('high');
    expect(makeReport(content, events, content.scenarios, [ruling('vague@c9:1')])).toEqual(makeReport(content, events));
  });
});
