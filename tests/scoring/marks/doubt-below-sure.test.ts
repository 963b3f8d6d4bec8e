/** A doubt (待核) never costs more than the sure fault of its kind would (RULES M252). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WindowKind } from '#engine/model/content.ts';
import { draftFinding } from '#scoring/facts/finding-draft.ts';
import { MISSED } from '#scoring/findings/not-valuing.ts';
import { lostShareOf } from '#scoring/log/late-windows.ts';
import { DIMENSIONS, scorecardOf } from '#scoring/marks/scorecard.ts';
import { firstKey, needKey, type Opportunity, pointKey, windowKey } from '#scoring/opportunities/opportunity.ts';
import { makeReport } from '#scoring/report.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { contentWith, rubric } from '#tests/scoring/support/shoe-shop.ts';

const rules = { ...rubric, severity: 1.7, doubted: 0.7 };
const content = { ...contentWith({ duties: [] }), rubric: rules };

const KEYS = [pointKey('c1', 'q', 'p'), needKey('c1', null, 0), windowKey('c1', 'w'), firstKey('c1', 1)] as const;

/** An opportunity of any kind in doubt, but a turn, which counts at its points alone (RULES M144): what it would earn for sure where it is ruled against is `credit`. */
const doubted: fc.Arbitrary<Opportunity> = fc
  .record({
    key: fc.constantFrom(...KEYS),
    dimension: fc.constantFrom(...DIMENSIONS),
    worth: fc.constantFrom(1, 2),
    left: fc.constantFrom(0, 0.25, 0.4, 0.5, 0.75),
    isAhead: fc.boolean(),
    isPutRight: fc.boolean(),
  })
  .map(({ left, worth, ...rest }) => ({
    ...{ ...rest, worth, at: 0, unsure: true, text: 'perhaps' },
    ...{ credit: worth * left, creditIfLost: worth * left },
  }));

const others = fc.array(
  fc.record({
    dimension: fc.constantFrom(...DIMENSIONS),
    credit: fc.constantFrom(0, 0.5, 1),
    who: fc.nat({ max: 14 }),
  }),
  { maxLength: 20 },
);
const faults = fc.option(
  fc.record({
    rule: fc.constantFrom(...rules.findings.filter(({ deduct }) => deduct > 0)),
    share: fc.constantFrom(0.25, 0.5, 1),
  }),
);

describe('[M252] a doubt', () => {
  it('costs no more than the same loss for sure, whatever it is of and whatever else was earned', () => {
    fc.assert(
      fc.property(doubted, others, faults, (doubt, rest, fault) => {
        const chances = rest.map(
          ({ dimension, credit, who }, i): Opportunity => ({
            ...{ key: pointKey(`c${who}`, 'q', `${i}`), dimension, credit },
            ...{ at: 0, worth: 1, unsure: false, text: `${i}` },
          }),
        );
        const marks = (unsure: boolean): number => {
          const draft = fault && {
            ...{ code: fault.rule.code as 'cold', at: 0, conversation: 'c1', unsure },
            ...{ costShare: fault.share, explainedKeys: [doubt.key] },
          };
          return scorecardOf(rules, [...chances, { ...doubt, unsure }], draft ? [draftFinding(draft)] : []).uncapped;
        };
        expect(marks(true)).toBeGreaterThanOrEqual(marks(false) - 1e-9);
      }),
      { numRuns: 400 },
    );
  });

  /** What no order prompt, or another word, takes off the total, with `inside` said while it was open and `later` behind it. */
  const takenBy = (kind: WindowKind, before: string, inside: string | null, later: string | null) => {
    const log = new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' });
    log.replies(5, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' });
    log.changes(9, 'q-size', 'answered', 1).says(20, before).opensWindow(20, kind, 65);
    if (inside !== null) log.replies(40, inside);
    log.closesWindow(65, kind, 'missed');
    if (later !== null) log.replies(90, later, { acts: ['order-prompt', 'payment-reminder'] });
    const report = makeReport(content, log.finishes(200).events);
    const found = report.findings.find(({ code }) => code === MISSED[kind]);
    const row = report.dimensions.find(({ id }) => id === 'sales');
    return { unsure: found?.unsure, marks: row?.lost.reduce((sum, lost) => sum + lost.marks, 0) ?? 0 };
  };

  it.each(['order-prompt', 'payment-reminder', 'follow-up'] as const)(
    'of %s costs no more than silence there',
    (kind) => {
      for (const before of ['快没了吧', '等下 我问问家里'])
        for (const later of [null, '39.5给您留着，问好了直接拍']) {
          const [doubt, sure] = [takenBy(kind, before, '今天晴天', later), takenBy(kind, before, null, later)];
          expect(doubt.marks, `${before} ${later}`).toBeLessThanOrEqual(sure.marks);
        }
    },
  );

  it('of a bid that was put off and came late is part of the quarter that it would cost', () => {
    const late = '39.5给您留着，问好了直接拍';
    const doubt = takenBy('order-prompt', '等下 我问问家里', '今天晴天', late);
    const sure = takenBy('order-prompt', '等下 我问问家里', null, late);
    expect([doubt.unsure, sure.unsure]).toEqual([true, false]);
    expect(doubt.marks / sure.marks).toBeCloseTo(0.3, 1);
  });

  it('a window that is late and lighter loses a quarter, and never less', () => {
    const closed = { at: 60_000 } as never;
    const share = (kind: WindowKind, lateAt?: number, lighterReason?: 'put-off'): number =>
      lostShareOf({ kind, closed, ...(lateAt && { lateAt }), ...(lighterReason && { lighterReason }) });
    expect(share('order-prompt')).toBe(1);
    expect(share('order-prompt', 130_000)).toBe(0.5);
    expect(share('order-prompt', 130_000, 'put-off')).toBe(0.25);
    expect(share('order-prompt', 70_000, 'put-off')).toBe(0.25);
    expect(share('goodbye', 70_000)).toBe(0.5);
  });
});

describe('[M252] a first answer in doubt', () => {
  it('loses at most what the sure answer behind it earns less', () => {
    const of = (sureS: number) => {
      const log = new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' });
      log.replies(20, '拿三十九号半那双', {
        answers: { 'q-size': 'not-recognised' },
        points: [{ state: 'not-recognised' }],
      });
      log.replies(sureS, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' });
      return makeReport(content, log.changes(sureS + 3, 'q-size', 'answered', 2).finishes(300).events);
    };
    const held = (sureS: number): number =>
      of(sureS)
        .dimensions.flatMap(({ lost }) => lost)
        .find(({ text }) => text.includes('算不算答'))?.marks ?? 0;
    expect(held(50)).toBeGreaterThan(0);
    expect(held(50)).toBeLessThan(held(100) * 0.9);
  });
});
