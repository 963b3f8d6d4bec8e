/** An exam of parts through the doors of its seats: a paper, typing and a customer; its marks once more by plain arithmetic. */
import { expect } from 'vitest';
import type { Discussion } from '#contract/discussion.ts';
import type { SeatExam } from '#contract/exams/parts.ts';
import type { TypingSeat } from '#contract/exams/typing.ts';
import type { PaperSeat } from '#contract/papers/papers.ts';
import type { Report } from '#contract/report.ts';
import type { SeatBody } from '#contract/runs.ts';
import { keysOf, rightAnswer } from '#tests/classroom/papers/support.ts';
import { byHand, examByHand, scoreByHand } from './by-hand.ts';
import {
  CASE,
  deskOf,
  finish,
  MINUTE,
  QUICK,
  SECOND,
  say,
  sit,
  start,
  type Trainee,
  type World,
} from './two-schools.ts';

const QUESTIONS = 5;
/** Of a hundred: what the parts weigh. */
const WEIGHTS = { paper: 40, typing: 20, customers: 40 };

/** How somebody sits it: questions answered rightly, characters typed in the minute, and what is said to the customer. */
export type Sitting = { right: number; typed: number; replies: readonly string[] };
/** `left`: a question that was left out. */
export type Sat = { seat: string; drill: string; left: string };

/** From the first seat to published marks; whoever isn't in `sittings` stays away. */
export const endExam = async (
  at: World,
  classId: string,
  sittings: ReadonlyMap<Trainee, Sitting>,
): Promise<Map<Trainee, Sat>> => {
  const { value, clock, teacher, storage } = at;
  const cells = [{ topic: 'returns', level: 1, count: QUESTIONS }];
  const { id: run } = await value<{ id: string }>('exams', teacher, {
    ...{ name: '期末模拟考', classId, pass: 60, excellent: 85, each: false, counts: 'best' },
    parts: [
      { kind: 'paper', weight: WEIGHTS.paper, minutes: 5, seed: 4, cells },
      { kind: 'typing', weight: WEIGHTS.typing, minutes: 1, set: 'long', text: null },
      {
        kind: 'customers',
        weight: WEIGHTS.customers,
        minutes: 5,
        scenarios: [CASE],
        arrivals: 'together',
        variants: 'same',
      },
    ],
    ...{ opensAt: clock.now() - MINUTE, dueAt: clock.now() + 60 * MINUTE },
  });
  const sat = new Map<Trainee, Sat>();
  for (const [who, { right, typed, replies }] of sittings) {
    const seat = await sit(at, run, who);
    await value<PaperSeat>(`seats/${seat}/paper`, who.cookie, {});
    const keys = await keysOf({ storage, run }, seat);
    for (const key of keys.slice(0, right)) {
      const given = { question: key.id, answer: rightAnswer(key), flagged: false };
      await value(`seats/${seat}/paper/answers`, who.cookie, given);
    }
    await value(`seats/${seat}/paper/hand-in`, who.cookie, {});
    const { texts } = await value<TypingSeat>(`seats/${seat}/typing`, who.cookie, {});
    const characters = [...(texts[0]?.text ?? '')].slice(0, typed);
    expect(characters).toHaveLength(typed);
    const body = { typed: [characters.join('')], left: 0, pasted: 0, done: true };
    await value(`seats/${seat}/typing/typed`, who.cookie, body);
    await value<SeatBody>(`seats/${seat}/again`, who.cookie, {});
    const desk = await deskOf(at, seat, who);
    await start(desk);
    for (const text of replies) {
      await clock.advance(QUICK);
      await say(desk, text);
    }
    await clock.advance(SECOND);
    await finish(desk);
    sat.set(who, { seat, drill: desk.drill, left: keys.at(-1)?.id ?? '' });
  }
  await value(`runs/${run}/homework/close`, teacher, {});
  await clock.advance(SECOND);
  await value(`runs/${run}/publish`, teacher, { published: true });
  return sat;
};

/**
 * What a sitting comes to by hand: its customer's report recomputed from its rows and from the log, then the parts and the
 * whole, which the seat's own page says, too.
 */
export const examOf = async (
  { value, storage, teacher }: World,
  who: Trainee,
  { seat, drill }: Sat,
  { right, typed }: Pick<Sitting, 'right' | 'typed'>,
): Promise<{ whole: number; report: Report }> => {
  const report = await value<Report>(`drills/${drill}/report`, teacher);
  const events = (await storage.read(drill, 0)).flatMap(({ events: some }) => some);
  const figures = byHand(events, scoreByHand(report));
  const measured = (id: string) => report.measures.find((one) => one.id === id)?.value;
  expect([report.score, measured('first-response'), measured('mean-response')]).toEqual([
    ...[figures?.score, figures?.first, figures?.all],
  ]);
  const { whole, ...parts } = examByHand({ right, of: QUESTIONS, typed, customers: report.score });
  const { mark } = await value<SeatExam>(`seats/${seat}/exam`, who.cookie);
  expect(Object.fromEntries(mark?.parts.map(({ kind, counted }) => [kind, counted]) ?? [])).toEqual(parts);
  expect(mark?.whole).toBe(whole);
  return { whole, report };
};

/** The trainee appeals the costliest fault of the exam's customer, and the teacher dismisses it. */
export const appealFault = async ({ value, teacher }: World, who: Trainee, { drill }: Sat, report: Report) => {
  const [fault] = report.findings.toSorted((one, other) => other.marks - one.marks);
  const place = { kind: 'finding', finding: fault?.key };
  await value(`drills/${drill}/appeals`, who.cookie, { place, text: '这一句我答了' });
  const { appeals } = await value<Discussion>(`drills/${drill}/discussion`, teacher);
  const ruling = { finding: fault?.key, verdict: 'dismissed', reason: '看了记录，答了' };
  await value(`drills/${drill}/appeals/${appeals[0]?.id}/settle`, teacher, { outcome: 'changed', ruling });
};

/** The trainee appeals a question that they left out, and the teacher gives it to the whole. */
export const appealQuestion = async ({ value, teacher }: World, who: Trainee, { seat, left }: Sat) => {
  await value(`seats/${seat}/paper/appeals`, who.cookie, { question: left, text: '题目打印不清楚' });
  const ruling = { question: left, credit: 1, reason: '确实看不清' };
  await value(`seats/${seat}/paper/rulings`, teacher, ruling);
};
