/** Questions on service data that the data itself answers: a trainee filters and charts, then says what it shows. */

import type { Analysis, AnalysisQuestion, ServiceRow } from '#contract/analysis.ts';
import { joinWithCommas, say } from '#i18n/say.ts';
import { sum, toTenth } from '#scoring/log/arithmetic.ts';
import { TABLE_QUESTION_MAKERS } from './table-questions.ts';

const MAX_QUESTIONS = 3;
/** With fewer conversations than this a share or a difference shows nothing. */
const MIN_ROWS = 3;
const SLOW_S = 60;
const HAPPY_RATING = 4;

/** `passS`: the rubric's pass threshold for the fewest customers at once, in seconds (RULES M1). */
type QuestionMaker = (rows: readonly ServiceRow[], passS: number) => AnalysisQuestion | null;

/**
 * Up to three questions, the same ones for the same rows; fewer where the rows can't answer three. Those on single
 * conversations aren't asked of a table in which a row is an agent's day.
 */
export const analysisQuestions = (
  rows: readonly ServiceRow[],
  passS: number,
  kind: Analysis['kind'] = 'drills',
): AnalysisQuestion[] => {
  if (rows.length < MIN_ROWS) return [];
  const ofTable = kind === 'drills' ? [] : TABLE_QUESTION_MAKERS;
  const ofConversations =
    kind === 'drills' ? QUESTION_MAKERS : kind === 'conversations' ? [lateShare, waitAndRating] : [];
  return [...ofTable, ...ofConversations].flatMap((make) => make(rows, passS) ?? []).slice(0, MAX_QUESTIONS);
};

const grouped = <T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

const meanOf = (list: readonly number[]): number => toTenth(sum(list) / list.length);

/** 哪一类会话首响最慢: only where the groups differ. */
const slowestGroup: QuestionMaker = (rows) => {
  const groups = [
    ...grouped(
      rows.filter(({ firstS }) => firstS !== null),
      ({ title }) => title,
    ),
  ].map(([title, rowsOfTitle]) => ({
    title,
    n: rowsOfTitle.length,
    mean: meanOf(rowsOfTitle.flatMap(({ firstS }) => firstS ?? [])),
  }));
  const slowestFirst = groups.toSorted((a, b) => b.mean - a.mean);
  const [slowest, secondSlowest] = slowestFirst;
  if (!slowest || !secondSlowest || slowest.mean === secondSlowest.mean) return null;
  return {
    id: 'slowest-group',
    kind: 'choice',
    text: say('next:analysis.slowestGroup.text'),
    options: groups.map(({ title }) => title),
    answers: [slowest.title],
    worked: joinWithCommas(slowestFirst.map((group) => say('next:analysis.slowestGroup.worked', group))),
  };
};

const lateShare: QuestionMaker = (rows, passS) => {
  const answered = rows.filter(({ firstS }) => firstS !== null);
  const lateCount = answered.filter(({ firstS }) => (firstS ?? 0) > passS).length;
  if (answered.length < MIN_ROWS) return null;
  return {
    id: 'late-share',
    kind: 'number',
    text: say('next:analysis.lateShare.text', { seconds: passS }),
    unit: '%',
    answer: toTenth((lateCount / answered.length) * 100),
    within: 1,
    worked: say('next:analysis.lateShare.worked', { heard: answered.length, late: lateCount, seconds: passS }),
  };
};

/** 等过一分钟的和没等过的，打分差多少: the ratings of customers who once waited more than 60 s, beside the others'. */
const waitAndRating: QuestionMaker = (rows) => {
  const rated = rows.filter(({ rating, slowestS }) => rating !== null && slowestS !== null);
  const waitedLong = rated.filter(({ slowestS }) => (slowestS ?? 0) > SLOW_S);
  const waitedShort = rated.filter(({ slowestS }) => (slowestS ?? 0) <= SLOW_S);
  if (waitedLong.length === 0 || waitedShort.length === 0) return null;
  const [quickMean, slowMean] = [
    meanOf(waitedShort.map(({ rating }) => rating ?? 0)),
    meanOf(waitedLong.map(({ rating }) => rating ?? 0)),
  ];
  return {
    id: 'wait-and-rating',
    kind: 'number',
    text: say('next:analysis.waitAndRating.text', { seconds: SLOW_S }),
    unit: say('next:analysis.waitAndRating.unit'),
    answer: slowMean,
    within: 0.1,
    worked: say('next:analysis.waitAndRating.worked', {
      seconds: SLOW_S,
      slow: waitedLong.length,
      slowMean,
      quick: waitedShort.length,
      quickMean,
    }),
  };
};

const faultOfUnhappy: QuestionMaker = (rows) => {
  const unhappy = rows.filter(
    ({ rating, worstFamily }) => rating !== null && rating < HAPPY_RATING && worstFamily !== '',
  );
  const counts = [...grouped(unhappy, ({ worstFamily }) => worstFamily)]
    .map(([family, rowsOfFamily]) => ({ family, n: rowsOfFamily.length }))
    .toSorted((a, b) => b.n - a.n);
  const [commonest] = counts;
  const options = [...new Set(rows.flatMap(({ worstFamily }) => (worstFamily === '' ? [] : [worstFamily])))];
  if (!commonest || options.length < 2) return null;
  return {
    id: 'fault-of-unhappy',
    kind: 'choice',
    text: say('next:analysis.faultOfUnhappy.text'),
    options,
    answers: counts.filter(({ n }) => n === commonest.n).map(({ family }) => family),
    worked: joinWithCommas(counts.map((count) => say('next:analysis.faultOfUnhappy.worked', count))),
  };
};

const answeredShare: QuestionMaker = (rows) => {
  const questions = rows.reduce((sum, row) => sum + (row.questions ?? 0), 0);
  const answered = rows.reduce((sum, row) => sum + (row.answered ?? 0), 0);
  if (questions === 0) return null;
  return {
    id: 'answered-share',
    kind: 'number',
    text: say('next:analysis.answeredShare.text'),
    unit: '%',
    answer: toTenth((answered / questions) * 100),
    within: 1,
    worked: say('next:analysis.answeredShare.worked', { questions, answered }),
  };
};

const takenShare: QuestionMaker = (rows) => {
  const offered = rows.reduce((sum, { windows }) => sum + (windows ?? 0), 0);
  const takenCount = rows.reduce((sum, row) => sum + (row.taken ?? 0), 0);
  if (offered === 0) return null;
  return {
    id: 'taken-share',
    kind: 'number',
    text: say('next:analysis.takenShare.text'),
    unit: '%',
    answer: toTenth((takenCount / offered) * 100),
    within: 1,
    worked: say('next:analysis.takenShare.worked', { offered, taken: takenCount }),
  };
};

const QUESTION_MAKERS: readonly QuestionMaker[] = [
  slowestGroup,
  waitAndRating,
  lateShare,
  faultOfUnhappy,
  answeredShare,
  takenShare,
];
