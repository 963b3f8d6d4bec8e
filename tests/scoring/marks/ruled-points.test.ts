/** What people rule on points: the marks move as if the judge had heard it so (RULES T6, M2). */
import { describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import type { GivenRuling } from '#scoring/marks/rulings.ts';
import { makeReport } from '#scoring/report.ts';
import { givenRuling } from '#tests/scoring/support/given-ruling.ts';
import { type Judged, Log } from '#tests/scoring/support/log.ts';
import { contentWith } from '#tests/scoring/support/shoe-shop.ts';

const content = contentWith({ duties: [] });

let given = 0;
const ruling = (
  verdict: GivenRuling['verdict'],
  turn = 1,
  over: Partial<GivenRuling> & { name?: string } = {},
): GivenRuling => {
  const { name = 'size', ...rest } = over;
  given += 1;
  return givenRuling({ id: `g${given}`, point: { conversation: 'c1', point: name, turn }, verdict, ...rest });
};

const report = (log: Log, rulings: readonly GivenRuling[] = []): Report =>
  makeReport(content, log.events, content.scenarios, rulings);

/** The report without what shows that somebody ruled, and without places in the log. */
const marks = (made: Report): unknown => {
  const { machineScore: _, ledger, transcript, ...rest } = made;
  return {
    ...rest,
    transcript: transcript.map(({ id: __, ...line }) => line),
    ledger: ledger.map(({ points, ...row }) => ({ ...row, points: points.map(({ replies: ___, ...point }) => point) })),
  };
};

const opened = (): Log => new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' });
const heard = (answer: 'answered' | 'not-recognised' | 'vague' | 'partial', points: Judged['points'] = []): Judged => ({
  answers: { 'q-size': answer },
  points,
});

/** Not recognised twice: the customer asks back once and then accepts it provisionally. */
const provisional = (): Log =>
  opened()
    .replies(10, '拿三十九号半那双', {
      ...heard('not-recognised', [{ state: 'not-recognised' }]),
      reaction: 'rephrase',
    })
    .changes(14, 'q-size', 'unrecognised', 1)
    .says(15, '就是说几码')
    .replies(25, '三九点五', heard('not-recognised', [{ state: 'not-recognised' }]))
    .changes(29, 'q-size', 'provisional', 2)
    .ends(40, 'kept', 'paid')
    .finishes(50);
const doubtful = (): Log =>
  opened()
    .replies(10, '拿三十九号半那双', heard('not-recognised', [{ state: 'not-recognised' }]))
    .changes(14, 'q-size', 'unrecognised', 1)
    .ends(20, 'kept', 'paid')
    .finishes(30);

const sizePoint = (made: Report) => made.ledger[0]?.points.find((p) => p.id === 'size');

describe('a point 待核', () => {
  it('[M2] is left out of the mark but counted in the range, and is shown with its words', () => {
    const made = report(doubtful());
    expect(made.range[0]).toBeLessThan(made.range[1]);
    expect(made.doubts).toBe(1);
    expect(sizePoint(made)).toMatchObject({
      state: 'unsure',
      replies: [{ turn: 1, words: '拿三十九号半那双', heard: 'unsure', doubtful: true, ruling: null, proposal: null }],
    });
  });

  it('without a note of its own is shown in every turn that wasn’t recognised', () => {
    const log = opened()
      .replies(10, '拿大的', { ...heard('not-recognised'), reaction: 'rephrase' })
      .changes(14, 'q-size', 'unrecognised', 1)
      .replies(25, '就大那双', heard('not-recognised'))
      .changes(29, 'q-size', 'provisional', 2)
      .ends(40, 'kept', 'paid')
      .finishes(50);
    expect(report(log).doubts).toBe(1);
    expect(sizePoint(report(log))?.replies.map((r) => [r.turn, r.doubtful])).toEqual([
      [1, true],
      [2, true],
    ]);
    const half = report(log, [ruling('not-said', 1)]);
    expect(sizePoint(half)?.state).toBe('unsure');
    const whole = report(log, [ruling('not-said', 1), ruling('not-said', 2)]);
    expect(sizePoint(whole)?.state).toBe('missed');
    expect(whole.doubts).toBe(0);
    expect(whole.range).toEqual([whole.score, whole.score]);
    expect(whole.ledger[0]?.state).toBe('unanswered');
  });
});

it('a point that an earlier turn has told is no doubt again', () => {
  const log = opened()
    .replies(10, '拿39.5', heard('partial', [{}]))
    .replies(25, '三九点五哈', heard('not-recognised', [{ state: 'not-recognised' }]))
    .ends(40, 'kept', 'paid')
    .finishes(50);
  expect(sizePoint(report(log))?.replies.map((r) => [r.heard, r.doubtful])).toEqual([
    ['covered', false],
    ['unsure', false],
  ]);
});

describe('a ruling on a point gives the marks that the judge’s own verdict would have given:', () => {
  const same = (log: Log, rulings: GivenRuling[], judged: Log) =>
    expect(marks(report(log, rulings))).toEqual(marks(report(judged)));

  it('待核 → covered', () => {
    const judged = opened()
      .replies(10, '拿三十九号半那双', heard('answered', [{}]))
      .changes(14, 'q-size', 'answered', 1)
      .ends(20, 'kept', 'paid')
      .finishes(30);
    same(doubtful(), [ruling('covered')], judged);
    expect(report(doubtful(), [ruling('covered')]).score).toBe(report(doubtful()).range[1]);
  });

  it('待核 → wrong, with its finding', () => {
    const judged = opened()
      .replies(10, '拿三十九号半那双', heard('partial', [{ state: 'wrong' }]))
      .changes(14, 'q-size', 'wrong', 1)
      .ends(20, 'kept', 'paid')
      .finishes(30);
    same(doubtful(), [ruling('wrong')], judged);
    const made = report(doubtful(), [ruling('wrong')]);
    expect(made.findings.map((f) => f.code)).toContain('wrong-fact');
    expect(made.ledger[0]?.state).toBe('wrong');
  });

  it('待核 → not said: the answer is vague, and the question unanswered', () => {
    const judged = opened()
      .replies(10, '拿三十九号半那双', heard('vague'))
      .changes(14, 'q-size', 'vague', 1)
      .ends(20, 'kept', 'paid')
      .finishes(30);
    same(doubtful(), [ruling('not-said')], judged);
  });

  it('wrong → covered takes the finding away', () => {
    const wrong = opened()
      .replies(10, '39.5', { ...heard('partial', [{ state: 'wrong' }]), reaction: 'wrong', bad: true })
      .changes(14, 'q-size', 'wrong', 1)
      .ends(20, 'kept', 'paid')
      .finishes(30);
    const judged = opened()
      .replies(10, '39.5', { ...heard('answered', [{}]), reaction: 'covered' })
      .changes(14, 'q-size', 'answered', 1)
      .ends(20, 'kept', 'paid')
      .finishes(30);
    same(wrong, [ruling('covered')], judged);
    expect(report(wrong).findings.map((f) => f.code)).toContain('wrong-fact');
    expect(report(wrong, [ruling('covered')]).findings.map((f) => f.code)).not.toContain('wrong-fact');
  });

  it('covered → wrong and covered → not said', () => {
    const covered = (): Log =>
      opened()
        .replies(10, '39.5', heard('answered', [{}]))
        .changes(14, 'q-size', 'answered', 1);
    const log = covered().ends(20, 'kept', 'paid').finishes(30);
    const wrong = report(log, [ruling('wrong')]);
    expect(wrong.findings.map((f) => f.code)).toContain('wrong-fact');
    expect(wrong.score).toBeLessThan(report(log).score);
    const missed = report(log, [ruling('not-said')]);
    expect(sizePoint(missed)?.state).toBe('missed');
    expect(missed.ledger[0]?.state).toBe('unanswered');
    expect(missed.findings.map((f) => f.code)).toContain('ignored');
    // At the bell the question isn't over yet, though it was counted as answered.
    const bell = report(covered().finishes(30, [], 'time'), [ruling('not-said')]);
    expect(sizePoint(bell)?.state).toBe('missed');
  });

  it('on the first of two replies: the reply after it was owed no more', () => {
    const judged = opened()
      .replies(10, '拿三十九号半那双', { ...heard('answered', [{}]), reaction: 'covered' })
      .changes(14, 'q-size', 'answered', 1)
      .says(15, '就是说几码')
      .replies(25, '三九点五', { owed: false })
      .ends(40, 'kept', 'paid')
      .finishes(50);
    const made = report(provisional(), [ruling('covered', 1)]);
    expect(marks(made)).toEqual(marks(report(judged)));
    expect(made.range).toEqual([made.score, made.score]);
    expect(made.ledger[0]).toMatchObject({ state: 'answered', seconds: 10 });
    expect(made.doubts).toBe(0);
  });

  it('wrong, where a later reply is right, stays half a loss', () => {
    const log = opened()
      .replies(10, '41 吧', heard('not-recognised', [{ state: 'not-recognised' }]))
      .changes(14, 'q-size', 'unrecognised', 1)
      .replies(25, '39.5', heard('answered', [{}]))
      .changes(29, 'q-size', 'answered', 2)
      .ends(40, 'kept', 'paid')
      .finishes(50);
    const before = report(log).dimensions.find((d) => d.id === 'solving');
    const after = report(log, [ruling('wrong', 1)]).dimensions.find((d) => d.id === 'solving');
    expect((before?.taken ?? 0) - (after?.taken ?? 0)).toBe(1);
  });

  it('undone, or on a missing point, changes nothing, and of two the later stands', () => {
    const log = doubtful();
    const undone = { by: '王老师', at: 2 };
    expect(report(log, [ruling('covered', 1, { undone })])).toEqual(report(log));
    expect(report(log, [ruling('covered', 9), ruling('wrong', 1, { name: 'nothing' })])).toEqual(report(log));
    const twice = report(log, [ruling('wrong'), ruling('covered')]);
    expect(twice.score).toBe(report(log, [ruling('covered')]).score);
    expect(sizePoint(twice)?.replies[0]).toMatchObject({
      heard: 'unsure',
      doubtful: false,
      ruling: { verdict: 'covered' },
    });
  });

  it('beside a ruling on a finding both count, and the machine’s own score stays', () => {
    const log = opened()
      .replies(10, '拿39 随便', {
        ...heard('not-recognised', [{ state: 'not-recognised' }]),
        tone: 'cold',
        toneQuote: { message: 'm2', start: 4, end: 6 },
      })
      .changes(14, 'q-size', 'unrecognised', 1)
      .ends(20, 'kept', 'paid')
      .finishes(30);
    const before = report(log);
    const cold = before.findings.find((f) => f.code === 'cold');
    const dismissal = ruling('dismissed', 1, { finding: cold?.key ?? '', point: null });
    const after = report(log, [ruling('covered'), dismissal]);
    expect(after.machineScore).toBe(before.score);
    expect(after.score).toBeGreaterThan(report(log, [dismissal]).score - 1);
    expect(after.findings.find((f) => f.code === 'cold')?.ruling?.verdict).toBe('dismissed');
    expect(sizePoint(after)?.state).toBe('covered');
  });
});
