/**
 * Whether the report teaches: trainees with known habits do what 「先改这一件」 says, and nothing else, and their score
 * must rise; others give up everything but that, and theirs mustn't. Words to marks, over every shipped case.
 */
import { describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import { isTurnOf } from '#tests/learning/support/in-turn.ts';
import { effort, forgets, type Habit, learner, passesBy, slow, vague, wrong } from '#tests/learning/support/learner.ts';
import { CASES, marksOf, play } from '#tests/learning/support/play.ts';

/** Each main fault has every so many cases' turn, the next fault the next ones; in a sweep all. */
const EVERY = 4;
/** Where they begin. */
const FROM = 2;
const WORTH_IT = 15;
const MAX_SHARE = 0.8;
const MIN_APART = 0.72;
/** .8 until the report named first what lost the customer: a late and vague trainee is now told of the vague answer. */
const MIN_BETTER = 0.76;

/**
 * Each family's habit in growing doses: a trainee has the first dose that costs 15 marks. A case in which no dose costs
 * that much, such as one with two windows beside six questions, has no trainee with this main fault.
 */
const MAIN: Readonly<Record<string, readonly Habit[]>> = {
  late: [slow(35), slow(48), slow(62)],
  evading: [vague(2), vague(9), vague(2, 2), vague(3, 2)],
  wrong: [wrong(2), wrong(9), wrong(2, 2), wrong(3, 2), wrong(9, 2)],
  'not-valuing': [passesBy()],
};
/** The same trainee’s other bad habits. */
const BESIDES: Readonly<Record<string, readonly Habit[]>> = {
  late: [vague(1)],
  evading: [slow(35, 3), forgets()],
  wrong: [slow(35, 3), forgets()],
  'not-valuing': [vague(1), slow(35, 3)],
};

const scores = new Map<string, number>();

const score = (id: string, habits: readonly Habit[]): number => {
  const key = [id, ...habits.map((h) => h.name)].join('|');
  const known = scores.get(key) ?? marksOf(id, learner(id, habits)).score;
  scores.set(key, known);
  return known;
};

/** What the trainee says because of a habit, and wouldn't without. */
const saidBy = (habit: Habit, id: string, habits: readonly Habit[]): Set<string> => {
  const texts = (list: readonly Habit[]): string[] =>
    learner(id, list).flatMap((r) => r.say.map((part) => ('text' in part ? part.text : part.quickReply)));
  const without = new Set(texts(habits.filter((h) => h !== habit)));
  return new Set(texts(habits).filter((text) => !without.has(text)));
};

/** The habits that `first` is about: of its family, or else the habits whose words it quotes. */
const spokenOf = ({ first, findings, transcript }: Report, id: string, habits: readonly Habit[]): Habit[] => {
  const messages = findings.flatMap((f) => (first?.findings.includes(f.id) && f.quoteAt ? [f.quoteAt.message] : []));
  const words = transcript.filter((t) => messages.includes(t.id)).map((t) => t.quickReply ?? t.text);
  const byFamily = habits.filter((h) => h.family === first?.family);
  return byFamily.length > 0 ? byFamily : habits.filter((h) => words.some((w) => saidBy(h, id, habits).has(w)));
};

type Trial = {
  id: string;
  habits: readonly Habit[];
  before: number;
  first: Report['first'];
  /**
   * The gain of changing only what `first` names (a) and of changing all else (b), and the replies each of them changes.
   */
  a: number;
  b: number;
  effortA: number;
  effortB: number;
};

const trial = (id: string, main: string): Trial | null => {
  const besides = BESIDES[main] ?? [];
  const least = score(id, besides);
  const doses = (MAIN[main] ?? []).map((habit) => [habit, ...besides]);
  const habits = doses.find((h) => least - score(id, h) >= WORTH_IT);
  if (!habits) return null;
  const replies = learner(id, habits);
  const { report } = play([id], replies);
  const named = spokenOf(report, id, habits);
  const others = habits.filter((h) => !named.includes(h));
  return {
    id,
    habits,
    before: report.score,
    first: report.first,
    a: score(id, others) - report.score,
    b: score(id, named) - report.score,
    effortA: effort(replies, learner(id, others)),
    effortB: effort(replies, learner(id, named)),
  };
};

const lineOf = (t: Trial): string =>
  `${t.id} (${t.habits.map((h) => h.name).join(', ')}): ${t.before}, first ${t.first?.family} −${t.first?.marks}; ` +
  `A +${t.a} in ${t.effortA} replies, B +${t.b} in ${t.effortB}`;
const share = (list: readonly Trial[], holds: (t: Trial) => boolean): number => list.filter(holds).length / list.length;

describe.each(Object.keys(MAIN))('a middling trainee whose main fault is %s', (main) => {
  const cases = CASES.filter((id) => isTurnOf(id, FROM + Object.keys(MAIN).indexOf(main), EVERY));
  const trials = cases.flatMap((id) => trial(id, main) ?? []);
  const figures = trials.map(lineOf).join('\n');

  it('can be made of most cases', () => {
    expect(trials.length / cases.length, figures).toBeGreaterThanOrEqual(0.6);
  });

  it('[M5] gains 15 marks by the report’s first change, in four cases of five', () => {
    expect(
      share(trials, (t) => t.a >= WORTH_IT),
      figures,
    ).toBeGreaterThanOrEqual(MAX_SHARE);
  });

  it('[M5] gains less than 15 marks by all other changes together', () => {
    // In some cases one vague answer of a late trainee costs a part of the story: .74 since points are judged window by
    // window, .72 since the report names first what lost the customer and not the fault with the greatest loss.
    expect(
      share(trials, (t) => t.b < WORTH_IT),
      figures,
    ).toBeGreaterThanOrEqual(MIN_APART);
    expect(
      share(trials, (t) => t.a > t.b),
      figures,
    ).toBeGreaterThanOrEqual(MIN_BETTER);
  });
});
