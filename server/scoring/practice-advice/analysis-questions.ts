/** Questions on service data that the data itself answers: a trainee filters and charts, then says what it shows. */

import type { AnalysisQuestion, ServiceRow } from '#contract/analysis.ts';
import { joinWithCommas, say } from '#i18n/say.ts';
import { sum, toTenth } from '#scoring/facts/arithmetic.ts';

const MAX_QUESTIONS = 3;
/** With fewer conversations than this a share or a difference shows nothing. */
const MIN_ROWS = 3;
const SLOW_S = 60;
const HAPPY = 4;

/** `passS`: the rubric's pass threshold for the fewest customers at once, in seconds (RULES M1). */
type Maker = (rows: readonly ServiceRow[], passS: number) => AnalysisQuestion | null;

/** Up to three questions, the same ones for the same rows; fewer where the rows can't answer three. */
export function analysisQuestions(rows: readonly ServiceRow[], passS: number): AnalysisQuestion[] {
  if (rows.length < MIN_ROWS) return [];
  return MAKERS.flatMap((make) => make(rows, passS) ?? []).slice(0, MAX_QUESTIONS);
}

function grouped<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const meanOf = (list: readonly number[]): number => toTenth(sum(list) / list.length);

/** 哪一类会话首响最慢: only where the groups differ. */
const slowestGroup: Maker = (rows) => {
  const groups = [
    ...grouped(
      rows.filter(({ firstS }) => firstS !== null),
      ({ title }) => title,
    ),
  ].map(([title, own]) => ({ title, n: own.length, mean: meanOf(own.flatMap(({ firstS }) => firstS ?? [])) }));
  const sorted = groups.toSorted((a, b) => b.mean - a.mean);
  const [top, next] = sorted;
  if (!top || !next || top.mean === next.mean) return null;
  return {
    id: 'slowest-group',
    kind: 'choice',
    text: say('next:analysis.slowestGroup.text'),
    options: groups.map(({ title }) => title),
    answers: [top.title],
    worked: joinWithCommas(sorted.map((group) => say('next:analysis.slowestGroup.worked', group))),
  };
};

const lateShare: Maker = (rows, passS) => {
  const heard = rows.filter(({ firstS }) => firstS !== null);
  const late = heard.filter(({ firstS }) => (firstS ?? 0) > passS).length;
  if (heard.length < MIN_ROWS) return null;
  return {
    id: 'late-share',
    kind: 'number',
    text: say('next:analysis.lateShare.text', { seconds: passS }),
    unit: '%',
    answer: toTenth((late / heard.length) * 100),
    within: 1,
    worked: say('next:analysis.lateShare.worked', { heard: heard.length, late, seconds: passS }),
  };
};

/** 等过一分钟的和没等过的，打分差多少: the ratings of customers who once waited more than 60 s, beside the others'. */
const waitAndRating: Maker = (rows) => {
  const rated = rows.filter(({ rating, slowestS }) => rating !== null && slowestS !== null);
  const slow = rated.filter(({ slowestS }) => (slowestS ?? 0) > SLOW_S);
  const quick = rated.filter(({ slowestS }) => (slowestS ?? 0) <= SLOW_S);
  if (slow.length === 0 || quick.length === 0) return null;
  const [quickMean, slowMean] = [
    meanOf(quick.map(({ rating }) => rating ?? 0)),
    meanOf(slow.map(({ rating }) => rating ?? 0)),
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
      slow: slow.length,
      slowMean,
      quick: quick.length,
      quickMean,
    }),
  };
};

const faultOfUnhappy: Maker = (rows) => {
  const unhappy = rows.filter(({ rating, worstFamily }) => rating !== null && rating < HAPPY && worstFamily !== '');
  const counts = [...grouped(unhappy, ({ worstFamily }) => worstFamily)]
    .map(([family, own]) => ({ family, n: own.length }))
    .toSorted((a, b) => b.n - a.n);
  const [top] = counts;
  const options = [...new Set(rows.flatMap(({ worstFamily }) => (worstFamily === '' ? [] : [worstFamily])))];
  if (!top || options.length < 2) return null;
  return {
    id: 'fault-of-unhappy',
    kind: 'choice',
    text: say('next:analysis.faultOfUnhappy.text'),
    options,
    answers: counts.filter(({ n }) => n === top.n).map(({ family }) => family),
    worked: joinWithCommas(counts.map((count) => say('next:analysis.faultOfUnhappy.worked', count))),
  };
};

const answeredShare: Maker = (rows) => {
  const questions = rows.reduce((sum, row) => sum + row.questions, 0);
  const answered = rows.reduce((sum, row) => sum + row.answered, 0);
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

const takenShare: Maker = (rows) => {
  const offered = rows.reduce((sum, { windows }) => sum + windows, 0);
  const taken = rows.reduce((sum, row) => sum + row.taken, 0);
  if (offered === 0) return null;
  return {
    id: 'taken-share',
    kind: 'number',
    text: say('next:analysis.takenShare.text'),
    unit: '%',
    answer: toTenth((taken / offered) * 100),
    within: 1,
    worked: say('next:analysis.takenShare.worked', { offered, taken }),
  };
};

const MAKERS: readonly Maker[] = [slowestGroup, waitAndRating, lateShare, faultOfUnhappy, answeredShare, takenShare];
