/** Once somebody has ruled on every doubt none is left: the range closes on the score (RULES M2). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { GivenRuling } from '#scoring/marks/rulings.ts';
import { makeReport } from '#scoring/report.ts';
import { givenRuling } from '#tests/scoring/support/given-ruling.ts';
import { goldenContent, goldenEvents } from '#tests/scoring/support/golden-logs.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

const LOGS = ['coupon-stack', 'unpaid-forgot', 'partial-return-gift'].flatMap((name) => {
  const content = goldenContent(name);
  return (['model', 'poor'] as const).map((trainee) => ({ content, events: goldenEvents(name, trainee) }));
});

/** The log of a judge who was unsure of some turns: `doubt` gives the kind of doubt for each turn, 0 for none. */
const unsure = (events: readonly DrillEvent[], doubt: (turn: number) => 0 | 1 | 2 | 3): DrillEvent[] => {
  return events.map((event): DrillEvent => {
    if (event.kind === 'question-changed' && event.turn !== null && doubt(event.turn) > 0)
      return { ...event, to: doubt(event.turn) === 1 ? 'unrecognised' : 'provisional' };
    if (event.kind !== 'turn-judged' || doubt(event.judgement.turn) === 0) return event;
    const { judgement } = event;
    const bare = doubt(judgement.turn) === 3;
    return {
      ...event,
      judgement: {
        ...judgement,
        points: bare ? [] : judgement.points.map((note) => ({ ...note, state: 'not-recognised' })),
        questions: judgement.questions.map((q) => ({ ...q, answer: 'not-recognised' })),
        tone: bare ? 'cold' : judgement.tone,
        toneConfidence: bare ? 0.4 : judgement.toneConfidence,
      },
    };
  });
};

type Choice = 0 | 1 | 2;
const VERDICTS = ['covered', 'wrong', 'not-said'] as const;

/** A ruling on the first thing still in doubt; null when nothing is. */
const nextRuling = (report: Report, id: string, choice: Choice): GivenRuling | null => {
  for (const { conversation, points } of report.ledger) {
    for (const point of points) {
      const reply = point.replies.find((one) => one.doubtful);
      if (reply === undefined) continue;
      const place = { conversation, point: point.id, turn: reply.turn };
      return givenRuling({ id, point: place, verdict: VERDICTS[choice] });
    }
  }
  const finding = report.findings.find((f) => f.unsure && f.ruling === null && f.family !== 'late');
  const verdict = choice === 0 ? 'dismissed' : 'upheld';
  return finding === undefined ? null : givenRuling({ id, finding: finding.key, verdict });
};

const someDoubts = fc.record({
  log: fc.constantFrom(...LOGS),
  doubts: fc.array(fc.constantFrom<(0 | 1 | 2 | 3)[]>(0, 1, 2, 3), { minLength: 12, maxLength: 12 }),
  choices: fc.array(fc.constantFrom<Choice[]>(0, 1, 2), { minLength: 60, maxLength: 60 }),
});

/** A dozen reports each. */
const RUNS = sweepsAll ? 60 : 15;

describe('a doubt', () => {
  it('[M2] counts while the range is open, and rulings on all doubts close it, in any order and with any verdict', () => {
    let ruledOn = 0;
    fc.assert(
      fc.property(someDoubts, ({ log: { content, events }, doubts, choices }) => {
        const log = unsure(events, (turn) => doubts[turn] ?? 0);
        const rulings: GivenRuling[] = [];
        const report = (): Report => makeReport(content, log, content.scenarios, rulings);
        let made = report();
        const before = made;
        for (const [i, choice] of choices.entries()) {
          if (made.doubts === 0) break;
          const ruling = nextRuling(made, `g${i}`, choice);
          expect(ruling, `${made.doubts} in doubt`).not.toBeNull();
          if (ruling !== null) rulings.push(ruling);
          const then = made.score;
          made = report();
          ruledOn += 1;
          for (const d of made.dimensions) {
            const missing = d.weight - (d.marks ?? d.weight);
            const lost = d.lost.reduce((sum, { marks }) => sum + marks, 0);
            expect(Math.abs(lost - missing), `${d.name} lacks ${missing}`).toBeLessThan(1);
          }
          expect(made.range[0]).toBeLessThanOrEqual(made.score);
          expect(made.range[1]).toBeGreaterThanOrEqual(made.score);
          if (ruling?.verdict === 'dismissed') expect(made.score).toBeGreaterThanOrEqual(then);
        }
        expect(made.doubts).toBe(0);
        // No ruling settles what lay ahead in an unfinished drill.
        if (made.cappedBy !== 'unfinished') expect(made.range).toEqual([made.score, made.score]);
        expect(made.dimensions.every((d) => !d.unsure)).toBe(true);
        expect(made.machineScore).toBe(before.score);
        // With all rulings undone the report is as it was before.
        for (const ruling of rulings) ruling.undone = { by: '王老师', at: 2 };
        expect(report()).toEqual(before);
      }),
      { numRuns: RUNS },
    );
    expect(ruledOn).toBeGreaterThan(RUNS);
  });
});

/** The log as if this point was never heard and half its question let pass; `spoken`: its matter had been spoken of. */
const letPass = (events: readonly DrillEvent[], point: string, question: string, spoken: boolean): DrillEvent[] => {
  return events.map((event): DrillEvent => {
    if (event.kind === 'question-changed' && event.question === question) return { ...event, to: 'provisional' };
    if (event.kind !== 'turn-judged') return event;
    const { judgement } = event;
    const questions = judgement.questions.map((q) =>
      q.question === question ? { ...q, answer: 'partial' as const } : q,
    );
    const points = judgement.points.filter((note) => note.point !== point);
    return { ...event, judgement: { ...judgement, points, questions, ...(spoken ? { spoken: [point] } : {}) } };
  });
};

describe('a point the customer did not ask for', () => {
  const told = LOGS.flatMap(({ content, events }) => {
    const musts = content.scenarios.flatMap(({ beats }) =>
      beats.flatMap(({ asks }) =>
        asks.flatMap((q) => q.points.filter((p) => p.must).map((p) => ({ q: q.id, p: p.id }))),
      ),
    );
    return musts
      .filter(({ p }) =>
        events.some(
          (e) => e.kind === 'turn-judged' && e.judgement.points.some((n) => n.point === p && n.state === 'covered'),
        ),
      )
      .map((one) => ({ content, events, ...one }));
  });
  const stateOf = (one: (typeof told)[number], spoken: boolean): string | undefined =>
    makeReport(one.content, letPass(one.events, one.p, one.q, spoken))
      .ledger.flatMap(({ points }) => points)
      .find(({ id }) => id === one.p)?.state;

  it('[T40] is unsure if the trainee had spoken of it, and missed if not', () => {
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter((one) => stateOf(one, true) !== 'unsure').map(({ p }) => p)).toEqual([]);
    expect(told.filter((one) => stateOf(one, false) !== 'missed').map(({ p }) => p)).toEqual([]);
  });
});
