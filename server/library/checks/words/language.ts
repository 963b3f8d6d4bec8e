/** The author's own sentences, judged by the language core: it must find in them what the author means. */

import { listed, say } from '#i18n/say.ts';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { CompiledPoint, PointVerdict } from '#language/terms/verdicts.ts';
import { goodsNamesOf } from '#language/whole-reply/goods-names.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import { toBurst, wordsOf } from '#library/reading/lines.ts';
import { toPoint } from '#library/reading/normalise.ts';
import type { AuthoredBeat, AuthoredPoint, AuthoredQuestion } from '#library/schema/scenario.ts';
import { type CaseCheck, type CaseView, type PointAt, pointsOf, questionsOf } from '#library/view/case-view.ts';

/** What a case's sentences are heard with: its exemplars, and what the shop's goods are called. */
type Heard = Pick<CaseView, 'exemplars' | 'shop'>;
const goodsNamesIn = ({ shop }: Heard): string[] => goodsNamesOf(shop?.products ?? []);

const compiled = new WeakMap<AuthoredPoint, CompiledPoint>();
/** A point compiled once, however many sentences are judged with it. */
function compiledOf(point: AuthoredPoint, view: Heard): CompiledPoint {
  const known =
    compiled.get(point) ??
    compilePoint({ ...toPoint(point), exemplars: view.exemplars.get(point.id) }, goodsNamesIn(view));
  compiled.set(point, known);
  return known;
}

export const checkLanguage: CaseCheck = function* (view) {
  const { authored } = view;
  for (const at of pointsOf(authored)) {
    yield* checkExamples(at, view);
    yield* checkKeys(at, view);
  }
  for (const { beat, question, path } of questionsOf(authored)) {
    if (question.model === undefined) continue;
    const missed = missedMusts(question.model, beat, [question], view);
    if (missed.length > 0)
      yield {
        code: 'model-misses-point',
        path: [...path, 'model'],
        message: say('checker:model.missed', { points: quotedPoints(missed) }),
      };
  }
};

/** Points with their words, as a list in one sentence. */
export const quotedPoints = (points: readonly AuthoredPoint[]): string =>
  listed(points.map(({ id, says }) => say('checker:point-quoted', { id, says })));

/** The must points of these questions that a reply at this beat doesn't cover. */
export function missedMusts(
  reply: string,
  beat: AuthoredBeat,
  questions: readonly AuthoredQuestion[],
  view: Heard,
): AuthoredPoint[] {
  const points = questions.flatMap((question) => question.points);
  const verdicts = judge({
    reply,
    customer: wordsOf(toBurst(beat.says ?? '')),
    goodsNames: goodsNamesIn(view),
    points: points.map((point) => compiledOf(point, view)),
    questions: questions.map(({ id, question, points: own }) => ({
      id,
      text: question,
      pointIds: own.map((point) => point.id),
    })),
  }).points;
  return points.filter(({ id, must }) => must && verdicts.find((verdict) => verdict.id === id)?.state !== 'covered');
}

function* checkExamples(at: PointAt, view: Heard): Iterable<Fault> {
  const { yes = [], no = [] } = at.point.examples ?? {};
  for (const [index, reply] of yes.entries()) {
    const heard = hear(reply, at, view);
    if (heard.state !== 'covered')
      yield {
        code: 'example-misjudged',
        path: [...at.path, 'examples', 'yes', index],
        message: say('checker:example.yes', { verdict: verdictName(heard.state) }),
      };
  }
  for (const [index, reply] of no.entries()) {
    const heard = hear(reply, at, view);
    if (heard.state === 'covered')
      yield {
        code: 'example-misjudged',
        path: [...at.path, 'examples', 'no', index],
        message: say('checker:example.no', { rule: heard.rule }),
      };
  }
}

function* checkKeys(at: PointAt, view: Heard): Iterable<Fault> {
  const { point, path } = at;
  const right = [
    { says: point.says, path: [...path, 'says'] },
    ...(point.also ?? []).map((says, index) => ({ says, path: [...path, 'also', index] })),
  ];
  const wrong = [
    ...(point.contradicts ?? []).map((says, index) => ({ says, path: [...path, 'contradicts', index] })),
    ...(point.wrongs ?? []).flatMap((each, place) =>
      each.says.map((says, index) => ({ says, path: [...path, 'wrongs', place, 'says', index] })),
    ),
  ];
  for (const each of right) {
    const { state } = hear(each.says, at, view);
    if (state !== 'covered')
      yield {
        code: 'also-not-heard',
        path: each.path,
        message: say('checker:wording.judged', { says: each.says, verdict: verdictName(state) }),
      };
  }
  for (const each of wrong) {
    const { state } = hear(each.says, at, view);
    if (state !== 'wrong')
      yield {
        code: 'wrong-not-heard',
        path: each.path,
        message: say('checker:wording.judged', { says: each.says, verdict: verdictName(state) }),
      };
  }
}

const verdictName = (state: PointVerdict['state']): string => say(`checker:verdict.${state}`);

/** The core's verdict on a sentence said to this beat, for this point alone. */
function hear(
  reply: string,
  { point, question, beat }: PointAt,
  view: Heard,
): { state: PointVerdict['state']; rule: string } {
  const verdict = judge({
    reply,
    customer: wordsOf(toBurst(beat.says ?? '')),
    goodsNames: goodsNamesIn(view),
    points: [compiledOf(point, view)],
    questions: question ? [{ id: question.id, text: question.question, pointIds: [point.id] }] : [],
  }).points[0];
  return { state: verdict?.state ?? 'not-addressed', rule: verdict?.rule ?? '' };
}
