/** A model cut where its points end: the half that can be sent first, and the half that only adds to it. */
import type { Point, Question } from '#engine/model/content.ts';
import { judge, judgedPoints } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';
import { type Clause, clausesIn, withoutEnd } from '#scoring/log/clauses-of-text.ts';
import { isSendable } from '#scoring/suggestions/sendable.ts';
import { leansOnClauseBefore } from './leaning.ts';

/** Shorter is no sentence: 您脚面高. */
const MIN_CHARS = 5;
const HIGHER_LEVEL_WORDS = /班长|组长|主管|上报|报上去/;
const PROMISE_WORDS = /[退补赔返免][给您掉]|[给为]您.{0,6}[退补赔返免]/;

/** The names of a shop's goods (RULES T56): what is judged here is judged with them, as replies are. */
type GoodsNames = readonly string[];

const compiledPoints = new WeakMap<GoodsNames, WeakMap<Question, readonly CompiledPoint[]>>();

const compiledPointsOf = (question: Question, goodsNames: GoodsNames): readonly CompiledPoint[] => {
  const ofGoods = compiledPoints.get(goodsNames) ?? new WeakMap<Question, readonly CompiledPoint[]>();
  compiledPoints.set(goodsNames, ofGoods);
  const points = ofGoods.get(question) ?? question.points.map((point) => compilePoint(point, goodsNames));
  ofGoods.set(question, points);
  return points;
};

type JudgedModel = { clauses: readonly Clause[]; placeOf: ReadonlyMap<string, { first: number; last: number }> };

/** Models as the judge heard them, kept because many findings show parts of the same one. */
const judgedModels = new WeakMap<Question, JudgedModel>();

const judgedModel = (question: Question, model: string, goodsNames: GoodsNames): JudgedModel => {
  const judged = judgedModels.get(question);
  if (judged) return judged;
  const points = judgedPoints({
    reply: model,
    goodsNames,
    points: compiledPointsOf(question, goodsNames),
    questions: [{ id: question.id, text: question.text, pointIds: question.points.map((point) => point.id) }],
  });
  const clauses = clausesIn(model);
  const clauseAt = (place: number): number => clauses.findIndex((clause) => clause.end >= place);
  const covered = points.filter(({ state, start, end }) => state === 'covered' && end > start);
  const placeOf = new Map(
    covered.map(({ id, start, end }) => [id, { first: clauseAt(start + 1), last: clauseAt(end) }] as const),
  );
  const judgedModelNew = { clauses, placeOf };
  judgedModels.set(question, judgedModelNew);
  return judgedModelNew;
};

/** Verdicts of `answersAlone` so far, by question. */
const answersByQuestion = new WeakMap<Question, Map<string, boolean>>();

/** Whether the words answer the question by themselves, and are civil so. */
export const answersAlone = (
  question: Question,
  words: string,
  goodsNames: GoodsNames,
  customer = question.text,
): boolean => {
  const verdicts = answersByQuestion.get(question) ?? new Map<string, boolean>();
  answersByQuestion.set(question, verdicts);
  const key = `${customer}\n${words}`;
  const knownVerdict = verdicts.get(key);
  if (knownVerdict !== undefined) return knownVerdict;
  const { questions, points, hold } = judge({
    reply: words,
    customer,
    goodsNames,
    points: compiledPointsOf(question, goodsNames),
    questions: [{ id: question.id, text: question.text, pointIds: question.points.map((point) => point.id) }],
  });
  const mustIds = new Set(question.points.filter((point) => point.must).map((point) => point.id));
  const isAnswer =
    (hold === null || hold.seconds !== null) &&
    questions.every((touch) => touch.touch !== 'none') &&
    points.every((verdict) => verdict.state !== 'wrong') &&
    points.some((verdict) => verdict.state === 'covered' && (mustIds.size === 0 || mustIds.has(verdict.id)));
  const isAnswerAlone = isAnswer && isSendable(words, goodsNames, customer);
  verdicts.set(key, isAnswerAlone);
  return isAnswerAlone;
};

/** Whether `partText` alone promises something that, in the whole, a higher level has to grant. */
export const promisesWithoutLevel = (partText: string, wholeText: string): boolean =>
  PROMISE_WORDS.test(partText) && HIGHER_LEVEL_WORDS.test(wholeText) && !HIGHER_LEVEL_WORDS.test(partText);

/**
 * The model's first clauses, up to the one that tells `point`. All of the model where no clause tells it, where the
 * half answers nothing by itself, or where the half would promise what the other half reports to a higher level. Null
 * without a model.
 */
export const halfOfModel = (question: Question, point: Point | null, goodsNames: GoodsNames): string | null => {
  const { model } = question;
  if (model === null) return null;
  const { clauses, placeOf } = judgedModel(question, model, goodsNames);
  const lastClause = clauses[placeOf.get(point?.id ?? '')?.last ?? -1];
  const half = lastClause ? withoutEnd(model.slice(0, lastClause.end)) : model;
  if (half === withoutEnd(model)) return half;
  return promisesWithoutLevel(half, model) ||
    losesPromisedTime(half, model) ||
    !answersAlone(question, half, goodsNames)
    ? model
    : half;
};

/** Whether the half leaves out the promised time: 我现在请班长看 is an answer only with 十分钟里有信. */
const losesPromisedTime = (half: string, model: string): boolean =>
  HIGHER_LEVEL_WORDS.test(half) &&
  judge({ reply: model, points: [] }).acts.includes('promise-time') &&
  !judge({ reply: half, points: [] }).acts.includes('promise-time');

/** The model's clauses that say `point`, where they stand by themselves. */
export const clauseOfModel = (question: Question, point: Point, goodsNames: GoodsNames): string | null => {
  const { model } = question;
  if (model === null) return null;
  const { clauses, placeOf } = judgedModel(question, model, goodsNames);
  const place = placeOf.get(point.id);
  const [first, last] = [clauses[place?.first ?? -1], clauses[place?.last ?? -1]];
  const words = first && last ? model.slice(first.start, last.end).trim() : '';
  return words.length >= MIN_CHARS && !leansOnClauseBefore(words) && isSendable(words, goodsNames)
    ? withoutEnd(words)
    : null;
};
