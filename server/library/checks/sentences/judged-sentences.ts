/** The author's own sentences, judged by the language core: it must find in them what the author means. */

import { listed, say } from '#i18n/say.ts';
import { judgedPoints } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { CompiledPoint, PointVerdict } from '#language/terms/verdicts.ts';
import { goodsNamesOf } from '#language/whole-reply/goods-names.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import { toBurst, wordsOf } from '#library/reading/lines.ts';
import { toPoint } from '#library/reading/normalise.ts';
import type { AuthoredBeat, AuthoredPoint, AuthoredQuestion } from '#library/schema/scenario.ts';
import { type CaseCheck, type CaseView, type PointAt, pointsOf, questionsOf } from '#library/view/case-view.ts';

/** What a case's sentences are heard with: its exemplars, and what the shop's goods are called. */
type HeardWith = Pick<CaseView, 'exemplars' | 'shop'>;
const goodsNamesIn = ({ shop }: HeardWith): string[] => goodsNamesOf(shop?.products ?? []);

const compiled = new WeakMap<AuthoredPoint, CompiledPoint>();
/** A point compiled once, however many sentences are judged with it. */
const compiledPointOf = (point: AuthoredPoint, heardWith: HeardWith): CompiledPoint => {
  const compiledPoint =
    compiled.get(point) ??
    compilePoint({ ...toPoint(point), exemplars: heardWith.exemplars.get(point.id) }, goodsNamesIn(heardWith));
  compiled.set(point, compiledPoint);
  return compiledPoint;
};

export const checkLanguage: CaseCheck = function* (view) {
  const { authored } = view;
  for (const pointAt of pointsOf(authored)) {
    yield* checkExamples(pointAt, view);
    yield* checkWordings(pointAt, view);
  }
  for (const { beat, question, path } of questionsOf(authored)) {
    if (question.model === undefined) continue;
    const missedPoints = missedMusts(question.model, beat, [question], view);
    if (missedPoints.length > 0)
      yield {
        code: 'model-misses-point',
        path: [...path, 'model'],
        message: say('checker:model.missed', { points: quotedPoints(missedPoints) }),
      };
  }
};

/** Points with their words, as a list in one sentence. */
export const quotedPoints = (points: readonly AuthoredPoint[]): string =>
  listed(points.map(({ id, says }) => say('checker:point-quoted', { id, says })));

/** The must points of these questions that a reply at this beat doesn't cover. */
export const missedMusts = (
  reply: string,
  beat: AuthoredBeat,
  questions: readonly AuthoredQuestion[],
  heardWith: HeardWith,
): AuthoredPoint[] => {
  const points = questions.flatMap((question) => question.points);
  const verdicts = judgedPoints({
    reply,
    customer: wordsOf(toBurst(beat.says ?? '')),
    goodsNames: goodsNamesIn(heardWith),
    points: points.map((point) => compiledPointOf(point, heardWith)),
    questions: questions.map(({ id, question, points: pointsOfQuestion }) => ({
      id,
      text: question,
      pointIds: pointsOfQuestion.map((point) => point.id),
    })),
  });
  return points.filter(({ id, must }) => must && verdicts.find((verdict) => verdict.id === id)?.state !== 'covered');
};

function* checkExamples(pointAt: PointAt, heardWith: HeardWith): Iterable<Fault> {
  const { yes = [], no = [] } = pointAt.point.examples ?? {};
  for (const [index, reply] of yes.entries()) {
    const verdict = verdictOn(reply, pointAt, heardWith);
    if (verdict.state !== 'covered')
      yield {
        code: 'example-misjudged',
        path: [...pointAt.path, 'examples', 'yes', index],
        message: say('checker:example.yes', { verdict: verdictName(verdict.state) }),
      };
  }
  for (const [index, reply] of no.entries()) {
    const verdict = verdictOn(reply, pointAt, heardWith);
    if (verdict.state === 'covered')
      yield {
        code: 'example-misjudged',
        path: [...pointAt.path, 'examples', 'no', index],
        message: say('checker:example.no', { rule: verdict.rule }),
      };
  }
}

function* checkWordings(pointAt: PointAt, heardWith: HeardWith): Iterable<Fault> {
  const { point, path } = pointAt;
  const rightWordings = [
    { says: point.says, path: [...path, 'says'] },
    ...(point.also ?? []).map((says, index) => ({ says, path: [...path, 'also', index] })),
  ];
  const wrongWordings = [
    ...(point.contradicts ?? []).map((says, index) => ({ says, path: [...path, 'contradicts', index] })),
    ...(point.wrongs ?? []).flatMap((wording, place) =>
      wording.says.map((says, index) => ({ says, path: [...path, 'wrongs', place, 'says', index] })),
    ),
  ];
  for (const wording of rightWordings) {
    const { state } = verdictOn(wording.says, pointAt, heardWith);
    if (state !== 'covered')
      yield {
        code: 'also-not-heard',
        path: wording.path,
        message: say('checker:wording.judged', { says: wording.says, verdict: verdictName(state) }),
      };
  }
  for (const wording of wrongWordings) {
    const { state } = verdictOn(wording.says, pointAt, heardWith);
    if (state !== 'wrong')
      yield {
        code: 'wrong-not-heard',
        path: wording.path,
        message: say('checker:wording.judged', { says: wording.says, verdict: verdictName(state) }),
      };
  }
}

const verdictName = (state: PointVerdict['state']): string => say(`checker:verdict.${state}`);

/** The core's verdict on a sentence said to this beat, for this point alone. */
const verdictOn = (
  reply: string,
  { point, question, beat }: PointAt,
  heardWith: HeardWith,
): { state: PointVerdict['state']; rule: string } => {
  const [verdict] = judgedPoints({
    reply,
    customer: wordsOf(toBurst(beat.says ?? '')),
    goodsNames: goodsNamesIn(heardWith),
    points: [compiledPointOf(point, heardWith)],
    questions: question ? [{ id: question.id, text: question.question, pointIds: [point.id] }] : [],
  });
  return { state: verdict?.state ?? 'not-addressed', rule: verdict?.rule ?? '' };
};
