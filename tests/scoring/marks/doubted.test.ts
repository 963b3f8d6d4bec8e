/** What is in doubt counts by the rubric's share until a person rules (RULES M2). */
import { describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { Quote, TurnJudgement } from '#engine/model/turn-judgement.ts';
import { BY_SOUND, BY_WORDS } from '#language/terms/verdicts.ts';
import type { GivenRuling } from '#scoring/marks/rulings.ts';
import { scorecardOf } from '#scoring/marks/scorecard.ts';
import type { Opportunity } from '#scoring/opportunities/opportunity.ts';
import { makeReport } from '#scoring/report.ts';
import { givenRuling } from '#tests/scoring/support/given-ruling.ts';
import { Log, quote } from '#tests/scoring/support/log.ts';
import { contentWith, rubric } from '#tests/scoring/support/shoe-shop.ts';

const seven = { ...rubric, severity: 1.7, doubted: 0.7 };
const chance = (key: string, over: Partial<Opportunity> = {}): Opportunity => ({
  ...{ key, dimension: 'solving', at: 0, worth: 2, credit: 2, unsure: false, text: key },
  ...over,
});
const perhaps = (key: string, over: Partial<Opportunity> = {}): Opportunity =>
  chance(key, { credit: 0, unsure: true, ...over });

describe('[M2] a chance in doubt', () => {
  const told = chance('point:c1:q:told');
  const doubt = perhaps('point:c1:q:doubt', { at: 5 });

  it('is offered, and loses the rest of its share with a loss’s full weight', () => {
    const card = scorecardOf(seven, [told, doubt], []);
    expect(card.uncapped).toBeCloseTo(100 * (1 - (1.7 * 0.3 * 2) / 4), 5);
    expect(card.range).toEqual([15, 100]);
    const [row, ...others] = card.dimensions.find((d) => d.id === 'solving')?.lost ?? [];
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      text: '待核 1 处，七成算做到、三成算没做到',
      place: { conversation: 'c1', at: 5 },
      draft: null,
    });
    expect(row?.marks).toBeCloseTo(25.5, 1);
  });

  it('gives its dimension marks and 待核 where it is alone there', () => {
    const solving = scorecardOf(seven, [doubt], []).dimensions.find((d) => d.id === 'solving');
    expect(solving).toMatchObject({ weight: 100, marks: 49, unsure: true });
  });

  it('counts by the rubric’s share, and is left out where the rubric has none', () => {
    const of = (doubted: number | undefined) => scorecardOf({ ...seven, doubted }, [told, doubt], []);
    expect(of(undefined)).toMatchObject({ score: 100, range: [15, 100] });
    expect(of(0.5).dimensions.flatMap((d) => d.lost.map((l) => l.text))).toEqual([
      '待核 1 处，五成算做到、五成算没做到',
    ]);
    expect(of(0.75).dimensions.flatMap((d) => d.lost.map((l) => l.text))).toEqual([
      '待核 1 处，七成五算做到、二成五算没做到',
    ]);
    expect(of(1)).toMatchObject({ score: 100 });
    expect(of(1).dimensions.flatMap((d) => d.lost)).toEqual([]);
  });

  it('lowers nothing as a bonus, nor as a turn, which is counted at its points', () => {
    const bonus = perhaps('point:c1:q:bonus', { isBonus: true });
    const turn = perhaps('turn:c1:1', { dimension: 'expression', credit: 1, worth: 1 });
    const said = chance('turn:c1:2', { dimension: 'expression', worth: 1, credit: 1 });
    expect(scorecardOf(seven, [told, bonus, turn, said], []).score).toBe(100);
  });

  it('[M144] reaches no lower, when all are ruled against, than what its printed marks hold back', () => {
    const turn = perhaps('turn:c1:1', { dimension: 'expression', credit: 1, worth: 1 });
    const said = chance('turn:c1:2', { dimension: 'expression', worth: 1, credit: 1 });
    const others = Array.from({ length: 6 }, (_, i) => chance(`point:c1:q:${i}`));
    const { range, score, dimensions } = scorecardOf(seven, [...others, doubt, turn, said], []);
    const printed = dimensions.flatMap(({ lost }) => lost.map(({ marks }) => marks)).reduce((a, b) => a + b, 0);
    expect(printed).toBeGreaterThan(1);
    // Three in ten of each doubt are taken already.
    expect(Math.abs(score - range[0] - (printed * 0.7) / 0.3)).toBeLessThanOrEqual(1);
    expect(range[1]).toBe(100);
  });

  it('earns for its seconds no more than it would earn for sure', () => {
    const late = perhaps('first:c1:1', { dimension: 'response', worth: 1, credit: 0 });
    const soon = perhaps('first:c1:1', { dimension: 'response', worth: 1, credit: 1 });
    const of = (o: Opportunity) => scorecardOf(seven, [o], []).uncapped;
    expect([of(late), of(soon)].map(Math.round)).toEqual([0, 70]);
    expect(of({ ...late, unsure: false })).toBe(of(late));
  });
});

const content = { ...contentWith({ duties: [] }), rubric: seven };
const report = (log: Log, rulings: readonly GivenRuling[] = [], of: ContentData = content): Report =>
  makeReport(of, log.events, of.scenarios, rulings);
const rowsOf = (made: Report): [string, string, number][] =>
  made.dimensions.flatMap((d) =>
    d.lost.filter((l) => l.text.startsWith('待核')).map((l) => [d.id, l.text, l.marks] as [string, string, number]),
  );

type Doubted = Pick<TurnJudgement, 'tone' | 'toneConfidence' | 'toneQuote'> | Pick<TurnJudgement, 'redLines'>;
const inTone = (toneQuote: Quote): Doubted => ({ tone: 'hostile', toneConfidence: 0.5, toneQuote });

/**
 * The size is perhaps told, the day of sending surely, and the last words are perhaps ill-mannered: two doubts in two
 * dimensions.
 */
const twoDoubts = (how = inTone): Log => {
  const log = new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' });
  log
    .replies(10, '拿三十九号半那双', { answers: { 'q-size': 'not-recognised' }, points: [{ state: 'not-recognised' }] })
    .changes(14, 'q-size', 'unrecognised', 1)
    .says(20, '几点发', { opens: 'q-ship' });
  const text = '四点前付今天发 加微信说';
  const line = quote(log.nextMessage, text, '加微信说');
  return log
    .replies(30, text, {
      answers: { 'q-ship': 'answered' },
      points: [{ point: 'ship', question: 'q-ship' }],
      ...how(line),
      reaction: 'resolved',
    })
    .changes(34, 'q-ship', 'answered', 2)
    .ends(40, 'kept', 'paid')
    .finishes(50);
};
const onPoint = (verdict: GivenRuling['verdict']): GivenRuling =>
  givenRuling({ id: 'p', verdict, point: { conversation: 'c1', point: 'size', turn: 1 } });
const onLine = (verdict: GivenRuling['verdict']): GivenRuling =>
  givenRuling({ id: 'f', verdict, finding: 'hostile@c1:30000' });

describe('[M2] a report with doubts', () => {
  const before = report(twoDoubts());

  it('has one row for them in each dimension, which names them, is no finding and leads to the first', () => {
    expect(before.doubts).toBe(2);
    expect(rowsOf(before).map(([id, text]) => [id, text])).toEqual([
      ['response', '待核 1 处，七成算做到、三成算没做到：「拿三十九号半那双」算不算答'],
      ['solving', '待核 1 处，七成算做到、三成算没做到：「拿三十九号半那双」答没答到「这双我穿几码」'],
      ['manner', '待核 1 处，七成算做到、三成算没做到：「加微信说」'],
    ]);
    for (const row of before.dimensions.flatMap((d) => d.lost).filter((l) => l.text.startsWith('待核'))) {
      expect(row.finding).toBeNull();
      expect(row.place?.conversation).toBe('c1');
    }
    expect(before.findings.find((f) => f.code === 'hostile')).toMatchObject({ unsure: true, marks: 0 });
  });

  it.each([BY_SOUND, `加外部联系方式${BY_WORDS}`, '加外部联系方式'])(
    '[M227] takes nothing for a red line (%s) until a person rules, and its range is open to it',
    (rule) => {
      const onRedLine = (line: Quote): Doubted => ({
        redLines: [{ code: 'offsite', confidence: 'low', quote: line, rule }],
      });
      const doubted = report(twoDoubts(onRedLine));
      expect(rowsOf(doubted).map(([id]) => id)).toEqual(['response', 'solving']);
      expect(doubted.findings.find((f) => f.code === 'red-line:offsite')).toMatchObject({ unsure: true, marks: 0 });
      expect(doubted.score).toBeGreaterThan(before.score);
      const finding = 'red-line:offsite@c1:30000';
      const ruled = report(twoDoubts(onRedLine), [givenRuling({ id: 'f', verdict: 'upheld', finding })]);
      expect(ruled.score).toBeLessThan(doubted.score);
      expect(doubted.range[0]).toBeLessThanOrEqual(ruled.score);
    },
  );

  it('[M129] counts a first answer with the point that its words are in doubt on', () => {
    expect(before.dimensions.flatMap(({ lost }) => lost.flatMap(({ doubts = [] }) => doubts))).toEqual([]);
  });

  it('gives back exactly a finding’s part of the row when it is dismissed', () => {
    const part = rowsOf(before).find(([id]) => id === 'manner')?.[2] ?? 0;
    expect(part).toBeGreaterThan(0);
    const after = report(twoDoubts(), [onLine('dismissed')]);
    expect(Math.abs(after.score - before.score - part)).toBeLessThan(0.6);
    expect(rowsOf(after).map(([id]) => id)).toEqual(['response', 'solving']);
  });

  it('never rises by a ruling against the trainee nor falls by one for them, and closes its range after the last', () => {
    const score = (...rulings: GivenRuling[]): number => report(twoDoubts(), rulings).score;
    expect(score(onPoint('covered'))).toBeGreaterThan(before.score);
    expect(score(onPoint('not-said'))).toBeLessThan(before.score);
    expect(score(onPoint('wrong'))).toBeLessThan(before.score);
    expect(score(onLine('upheld'))).toBeLessThan(before.score);
    for (const point of ['covered', 'wrong', 'not-said'] as const)
      for (const line of ['dismissed', 'upheld'] as const) {
        const made = report(twoDoubts(), [onPoint(point), onLine(line)]);
        expect(made.range, `${point} ${line}`).toEqual([made.score, made.score]);
        expect(rowsOf(made)).toEqual([]);
        expect(report(twoDoubts(), [onLine(line), onPoint(point)]).score).toBe(made.score);
      }
  });
});
