/** What must hold for any drill: metamorphic properties over logs made at random. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '#contract/report.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { QuickReplyNote } from '#engine/model/turn-judgement.ts';
import { makeReport } from '#scoring/report.ts';
import { Log, quote } from '#tests/scoring/support/log.ts';
import { content, contentWith } from '#tests/scoring/support/shoe-shop.ts';

/** A report takes a few milliseconds; 25 drills a property keep the whole file to a few seconds. */
fc.configureGlobal({ numRuns: 25 });

const ANSWERS = ['answered', 'partial', 'vague', 'evaded', 'untouched', 'clarifying', 'not-recognised'] as const;
const TONES = ['warm', 'neutral', 'cold', 'impatient', 'hostile'] as const;

const round: fc.Arbitrary<Round> = fc.record({
  waitS: fc.integer({ min: 1, max: 150 }),
  answer: fc.constantFrom(...ANSWERS),
  tone: fc.constantFrom(...TONES),
  sure: fc.boolean(),
  canned: fc.constantFrom('none', 'rigid', 'off-topic', 'repeated', 'fit'),
  window: fc.constantFrom('none', 'taken', 'missed', 'spoiled'),
  action: fc.constantFrom('none', 'remark', 'forbidden', 'unverified', 'amount'),
});
type Round = {
  waitS: number;
  answer: (typeof ANSWERS)[number];
  tone: (typeof TONES)[number];
  sure: boolean;
  canned: 'none' | QuickReplyNote['verdict'];
  window: 'none' | 'taken' | 'missed' | 'spoiled';
  action: string;
};
const drill = fc.record({ rounds: fc.array(round, { minLength: 1, maxLength: 6 }), leaves: fc.boolean() });
type Drill = { rounds: readonly Round[]; leaves: boolean };

const POINT_OF: Readonly<Record<(typeof ANSWERS)[number], 'covered' | 'wrong' | 'not-recognised' | null>> = {
  answered: 'covered',
  partial: 'wrong',
  vague: null,
  evaded: null,
  untouched: null,
  clarifying: null,
  'not-recognised': 'not-recognised',
};

/** The drill played out; `slower` seconds more in every round, `redLine` said in the first. */
const play = ({ rounds, leaves }: Drill, how: { slower?: number; redLine?: boolean } = {}): DrillEvent[] => {
  const log = new Log().arrives(0);
  let s = 0;
  rounds.forEach((r, i) => {
    const opens = i === 0 ? 'q-size' : i === 1 ? 'q-ship' : undefined;
    log.says(s, `第${i}问`, opens ? { opens } : {});
    s += r.waitS + (how.slower ?? 0);
    const kind = i % 2 === 0 ? 'order-prompt' : 'goodbye';
    if (r.window !== 'none') log.opensWindow(s - 1, kind, s + 30);
    if (r.action !== 'none') {
      log.acts(s, r.action === 'forbidden' ? 'change-price' : 'remark', {
        forbidden: r.action === 'forbidden' ? 0 : null,
        unverified: r.action === 'unverified',
        wrongAmount: r.action === 'amount',
      });
    }
    const text = `第${i}句，${r.answer}这样说`;
    const message = log.nextMessage;
    const id = i === 0 ? 'q-size' : 'q-ship';
    const point = i === 0 ? 'size' : 'ship';
    const state = POINT_OF[r.answer];
    log.replies(s, text, {
      answers: i < 2 ? { [id]: r.answer } : {},
      points: i < 2 && state ? [{ point, question: id, state, quote: quote(message, text, r.answer) }] : [],
      tone: r.tone,
      toneConfidence: r.sure ? 1 : 0.4,
      canned: r.canned === 'none' ? [] : [{ message, quickReply: 'sf6', similarity: 1, edited: 0, verdict: r.canned }],
      redLines:
        how.redLine && i === 0
          ? [{ code: 'offsite', confidence: 'high', quote: quote(message, text, '这样说'), rule: 'r' }]
          : [],
      reaction: r.answer === 'answered' ? 'resolved' : 'none',
    });
    s += 4;
    if (i < 2) log.changes(s, id, r.answer === 'answered' ? 'answered' : 'unanswered', i + 1);
    if (r.window !== 'none') log.closesWindow(s, kind, r.window);
    s += 3;
  });
  log.ends(s, leaves ? 'gone' : 'kept', leaves ? 'lost' : 'paid', { rating: leaves ? 2 : 5 });
  return log.finishes(s + 10).events;
};

const shifted = (events: readonly DrillEvent[], ms: number): DrillEvent[] =>
  events.map((e) => {
    if (e.kind === 'window-opened') return { ...e, at: e.at + ms, fromAt: e.fromAt + ms, untilAt: e.untilAt + ms };
    if (e.kind === 'turn-judged') {
      const { judgement } = e;
      return {
        ...e,
        at: e.at + ms,
        judgement: { ...judgement, firstAt: judgement.firstAt + ms, lastAt: judgement.lastAt + ms },
      };
    }
    return e.kind === 'drill-opened' ? e : { ...e, at: e.at + ms };
  });

const essence = (events: readonly DrillEvent[], of = content) => {
  const { score, range, findings, measures, platforms } = makeReport(of, events);
  return {
    score,
    range,
    findings: findings.map((f) => [f.code, f.quote, f.marks, f.seconds]),
    measures: measures.map((m) => [m.id, m.value, m.worked]),
    platforms: platforms.map((p) => p.value),
  };
};

describe('any drill', () => {
  it('makes a report the contract accepts, with the score inside its range', () => {
    fc.assert(
      fc.property(drill, (d) => {
        const report = makeReport(content, play(d));
        expect(reportSchema.safeParse(report).error).toBeUndefined();
        expect(report.range[0]).toBeLessThanOrEqual(report.score);
        expect(report.score).toBeLessThanOrEqual(report.range[1]);
        expect(report.score).toBeGreaterThanOrEqual(0);
        expect(report.score).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('gives every finding words or seconds, and quotes that cut their message exactly', () => {
    fc.assert(
      fc.property(drill, (d) => {
        const { findings, transcript } = makeReport(content, play(d));
        for (const f of findings) {
          expect(f.quote !== '' || f.seconds !== null).toBe(true);
          const text = transcript.find((t) => t.id === f.quoteAt?.message)?.text ?? '';
          if (f.quoteAt) expect(text.slice(f.quoteAt.start, f.quoteAt.end)).toBe(f.quote);
        }
      }),
    );
  });

  it('[M7] never has the same words marked twice', () => {
    fc.assert(
      fc.property(drill, fc.boolean(), (d, redLine) => {
        const marked = makeReport(content, play(d, { redLine })).findings.flatMap((f) =>
          f.quoteAt ? [f.quoteAt] : [],
        );
        for (const a of marked) {
          for (const b of marked) {
            const apart = a === b || a.message !== b.message || a.end <= b.start || b.end <= a.start;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  it('never scores higher for being slower', () => {
    fc.assert(
      fc.property(drill, fc.integer({ min: 1, max: 200 }), (d, slower) => {
        expect(makeReport(content, play(d, { slower })).score).toBeLessThanOrEqual(makeReport(content, play(d)).score);
      }),
    );
  });

  it('[M3] never scores higher for a red line, and never above the cap', () => {
    const holds = (d: Drill): void => {
      const marred = makeReport(content, play(d, { redLine: true }));
      expect(marred.score).toBeLessThanOrEqual(makeReport(content, play(d)).score);
      expect(marred.score).toBeLessThanOrEqual(content.rubric.cap);
    };
    fc.assert(fc.property(drill, holds));
    // Both are worth 4.5 marks, summed in another order.
    const one: Round = {
      waitS: 1,
      answer: 'answered',
      tone: 'warm',
      sure: false,
      canned: 'none',
      window: 'taken',
      action: 'none',
    };
    holds({
      rounds: [
        { ...one, answer: 'clarifying', canned: 'repeated', window: 'none' },
        { ...one, answer: 'evaded', tone: 'impatient', sure: true, window: 'spoiled' },
        { ...one, canned: 'off-topic', window: 'spoiled' },
        one,
        one,
        { ...one, tone: 'hostile', sure: true, window: 'spoiled' },
      ],
      leaves: false,
    });
  });

  it('reads the same when it begins at another time', () => {
    fc.assert(
      fc.property(drill, fc.integer({ min: 1, max: 3_600_000 }), (d, ms) => {
        expect(essence(shifted(play(d), ms))).toEqual(essence(play(d)));
      }),
    );
  });

  it('reads the same whatever the customer is called', () => {
    const [first] = content.scenarios;
    if (!first) throw new Error('no case');
    const renamed = contentWith({ customer: { ...first.customer, name: '别的名字' } });
    fc.assert(
      fc.property(drill, (d) => {
        const { score, findings } = makeReport(renamed, play(d));
        const before = makeReport(content, play(d));
        expect(score).toBe(before.score);
        expect(findings.map((f) => [f.code, f.quote, f.marks])).toEqual(
          before.findings.map((f) => [f.code, f.quote, f.marks]),
        );
      }),
    );
  });

  it('has losses in each dimension that add up to its missing marks', () => {
    fc.assert(
      fc.property(drill, (d) => {
        for (const dimension of makeReport(content, play(d)).dimensions) {
          const lost = dimension.lost.reduce((sum, l) => sum + l.marks, 0);
          const missing = dimension.weight - (dimension.marks ?? dimension.weight);
          expect(Math.abs(lost - missing)).toBeLessThan(1);
        }
      }),
    );
  });

  it('depends on the log alone: the same events give the same report', () => {
    fc.assert(
      fc.property(drill, (d) => {
        expect(makeReport(content, play(d))).toEqual(makeReport(content, play(d)));
      }),
    );
  });
});
