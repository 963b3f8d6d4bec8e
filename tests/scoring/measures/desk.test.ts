import { describe, expect, it } from 'vitest';
import { DESK_COLUMNS, type DeskColumn } from '#contract/results.ts';
import { drillResult } from '#scoring/marks/drill-result.ts';
import { makeReport } from '#scoring/report.ts';
import { givenRuling } from '#tests/scoring/support/given-ruling.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

const desk = (log: Log) => {
  const rows = makeReport(content, log.events).desk;
  return {
    rows,
    value: (column: DeskColumn) => rows.find((r) => r.column === column)?.value,
    from: (column: DeskColumn) => rows.find((r) => r.column === column)?.from.map((f) => [f.conversation, f.at / 1000]),
  };
};

/** c1: answered after 10 s and 40 s. c2: after 90 s. c3: never. c4 never came. */
const afternoon = (): Log =>
  new Log(['c1', 'c2', 'c3', 'c4'])
    .arrives(0)
    .says(0, '穿几码', { opens: 'q-size' })
    .arrives(5, 'c2')
    .says(5, '有货吗', { conversation: 'c2' })
    .replies(10, '39.5 ，合适', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
    .says(20, '几点发', { opens: 'q-ship' })
    .says(21, '急用')
    .replies(60, '今天发', { answers: { 'q-ship': 'answered' } })
    .replies(95, '有', {}, 'c2')
    .arrives(100, 'c3')
    .says(100, '在吗', { conversation: 'c3' })
    .finishes(300);

describe('the desk figures', () => {
  it('are the trade’s eighteen columns in its order, each with formula and source', () => {
    const { rows } = desk(afternoon());
    expect(rows.map((r) => r.column)).toEqual(DESK_COLUMNS);
    for (const row of rows) {
      expect(row.formula).not.toBe('');
      expect(row.formula).not.toContain('{');
      expect(row.source).not.toBe('');
    }
  });

  it('count customers and words as worked out by hand', () => {
    const { value } = desk(afternoon());
    expect(value('talked')).toBe(3);
    expect(value('served')).toBe(2);
    expect(value('direct')).toBe(3);
    expect(value('forwardedIn')).toBe(0);
    expect(value('forwardedOut')).toBe(0);
    expect(value('customerMessages')).toBe(5);
    expect(value('traineeMessages')).toBe(3);
    expect(value('messages')).toBe(8);
    expect(value('answerRatio')).toBe(0.6);
    // Characters: 39.5，合适 is 7 without its blank, 今天发 is 3 and 有 is 1.
    expect(value('characters')).toBe(11);
    expect(value('mostAtOnce')).toBe(3);
    expect(value('unanswered')).toBe(1);
    expect(value('answerRate')).toBe(66.7);
  });

  it('count seconds from the customer’s first message, and take several in a row as one round', () => {
    const { value, from } = desk(afternoon());
    expect(value('firstResponseS')).toBe(50);
    expect(value('meanResponseS')).toBe(46.7);
    expect(from('meanResponseS')).toEqual([
      ['c1', 0],
      ['c1', 20],
      ['c2', 5],
    ]);
    // c2 waited 90 s a round, c3 200 s in vain.
    expect(value('slow')).toBe(2);
    expect(value('long')).toBe(0);
    expect(value('meanServiceS')).toBe(297.5);
  });

  it('[C4] a customer never answered stays unanswered when a freeze fell into the wait', () => {
    const log = new Log(['c1']).arrives(0).says(0, '在吗', { opens: 'q-size' }).stops(30, 60, 'freeze').finishes(200);
    expect([desk(log).value('unanswered'), desk(log).value('answerRate')]).toEqual([1, 0]);
    const answered = new Log(['c1']).arrives(0).says(0, '在吗').stops(5, 60, 'freeze').replies(9, '在的').finishes(99);
    expect([desk(answered).value('unanswered'), desk(answered).value('answerRate')]).toEqual([0, 100]);
  });

  it('[C4] leave interrupted rounds out of the response figures and count their messages', () => {
    const log = new Log()
      .arrives(0)
      .says(0, '穿几码', { opens: 'q-size' })
      .stops(3, 30)
      .replies(10, '39.5', { answers: { 'q-size': 'answered' } })
      .says(20, '几点发', { opens: 'q-ship' })
      .replies(32, '今天发', { answers: { 'q-ship': 'answered' } })
      .finishes(60);
    const { value } = desk(log);
    expect(value('firstResponseS')).toBeNull();
    expect(value('meanResponseS')).toBe(12);
    expect(value('traineeMessages')).toBe(2);
    const report = makeReport(content, log.events);
    expect(drillResult(report, log.events)).toMatchObject({ interruptedRounds: 1, frozenMs: 30_000, lostMs: 0 });
  });

  it('name as many moments for a counted number as the number says', () => {
    const { rows } = desk(afternoon());
    for (const row of rows.filter((r) => r.unit === 'count' && r.column !== 'characters')) {
      expect([row.column, row.from.length]).toEqual([row.column, row.value]);
    }
  });

  it('are null, not zero seconds, where nobody came', () => {
    const { value } = desk(new Log(['c1']).finishes(10));
    expect(value('talked')).toBe(0);
    expect(value('meanResponseS')).toBeNull();
    expect(value('answerRatio')).toBeNull();
    expect(value('answerRate')).toBeNull();
  });
});

describe('a drill’s result', () => {
  it('says how many of the planned customers came, and has the figures', () => {
    const log = afternoon();
    const report = makeReport(content, log.events);
    const result = drillResult(report, log.events);
    expect(result).toMatchObject({ came: 3, planned: 4, injected: 0, drillMs: 300_000, score: report.score });
    expect(Object.keys(result.figures)).toEqual([...DESK_COLUMNS]);
    expect(result.figures.meanResponseS).toBe(46.7);
    const marks = result.faults.reduce((sum, f) => sum + f.marks, 0);
    const findings = report.findings.filter((f) => f.severity !== 'merit' && !f.unsure);
    expect(marks).toBeCloseTo(
      findings.reduce((sum, f) => sum + f.marks, 0),
      1,
    );
  });

  it('leaves dismissed faults out', () => {
    const log = afternoon();
    const [fault] = makeReport(content, log.events).findings.filter((f) => f.code === 'unanswered');
    const ruling = givenRuling({ finding: fault?.key ?? '', reason: '断网' });
    const report = makeReport(content, log.events, content.scenarios, [ruling]);
    const result = drillResult(report, log.events);
    expect(result.faults.map((f) => f.code)).not.toContain('unanswered');
    expect(result.score).toBeGreaterThan(result.machineScore);
  });
});
