/** Points: one fact each, with a source, enough wordings, a wrong answer, and a better wording to show. */

import { clausesIn, numbersIn, plain } from '#library/checks/words/wording.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import type { AuthoredPoint, AuthoredScenario } from '#library/schema/scenario.ts';
import { type CaseCheck, type PointAt, pointsOf, questionsOf } from '#library/view/case-view.ts';

const MUST_WORDINGS = 3;
const BONUS_WORDINGS = 2;
/** Shorter keys stand in any good answer ("能退"): repeating them is no copying. */
const LEAST_COPIED = 6;

export const checkPoints: CaseCheck = function* ({ authored }) {
  for (const at of pointsOf(authored)) {
    yield* checkPoint(at);
    if (!at.question || !at.point.must) continue;
    yield* checkWrong(at, authored);
    yield* checkPressed(at);
  }
  yield* checkModels(authored);
};

function* checkPoint({ point, question, path }: PointAt): Iterable<Fault> {
  if (question && point.policy === undefined && !point.unknown)
    yield {
      code: 'point-without-source',
      path: [...path, 'id'],
      message: '写 policy（政策卡、商品的 id，或 order）；哪张卡都没有的写 unknown: true',
    };
  const numbers = numbersIn(point.says);
  const clauses = clausesIn(point.says);
  if (numbers.length > 1 || clauses.length > 1)
    yield {
      code: 'point-two-facts',
      path: [...path, 'says'],
      message: `一个要点一件事，拆成两个要点：${(numbers.length > 1 ? numbers : clauses).join('｜')}`,
    };
  const wordings = 1 + (point.also?.length ?? 0) + (point.yes?.length ?? 0) + (point.value ? 1 : 0);
  const least = point.must ? MUST_WORDINGS : BONUS_WORDINGS;
  if (wordings < least)
    yield {
      code: 'too-few-wordings',
      path: [...path, 'says'],
      message: `只有 ${wordings} 种说法：在 also 里补到 ${least} 种以上，或写 about、yes、value`,
    };
}

function* checkWrong({ point, beat, path }: PointAt, authored: AuthoredScenario): Iterable<Fault> {
  const wordings = point.contradicts ?? point.wrongs ?? point.no ?? point.value;
  if (wordings === undefined)
    yield {
      code: 'must-without-wrong',
      path: [...path, 'id'],
      message: '写 contradicts 或 wrongs：怎样说算答错',
    };
  else if (!reactsToWrong(point, beat.reacts?.wrong) && !reactsToWrong(point, authored.reacts?.wrong))
    yield {
      code: 'must-without-wrong',
      path: [...path, 'id'],
      message: `答错 ${point.id} 没有自己的台词：在 reacts.wrong 里写，或给每个 wrongs 写 reply`,
    };
}

/** The lines a customer asks on with (RULES T6): without them a question is asked all over again, what was said included. */
function* checkPressed({ point, path }: PointAt): Iterable<Fault> {
  if (point.ask === undefined)
    yield {
      code: 'must-without-ask',
      path: [...path, 'id'],
      message: '写 ask：就差这一点没说时客户追问的话，叫得出是哪件事，不说出答案',
    };
  if (point.check === undefined)
    yield {
      code: 'must-without-check',
      path: [...path, 'id'],
      message: '写 check：{right: 换个说法正着问, wrong: 反着问}，正着的答「对」，反着的答「不是」',
    };
}

type Wrong = NonNullable<AuthoredScenario['reacts']>['wrong'];

function reactsToWrong(point: AuthoredPoint, wrong: Wrong): boolean {
  const everyWrong = point.wrongs?.every(({ reply }) => reply !== undefined) === true && !point.contradicts;
  if (everyWrong) return true;
  if (wrong === undefined) return false;
  if (typeof wrong === 'string' || Array.isArray(wrong)) return true;
  return 'reply' in wrong || point.id in wrong;
}

function* checkModels(authored: AuthoredScenario): Iterable<Fault> {
  for (const { question, path } of questionsOf(authored)) {
    if (question.model === undefined) {
      yield {
        code: 'model-missing',
        path: [...path, 'id'],
        message: '写 model：一句能照着说、又不照抄要点的话',
      };
      continue;
    }
    const model = plain(question.model);
    const copied = question.points
      .flatMap((point) => [point.says, ...(point.also ?? [])])
      .find((key) => plain(key).length >= LEAST_COPIED && model.includes(plain(key)));
    if (copied !== undefined)
      yield {
        code: 'model-repeats-key',
        path: [...path, 'model'],
        message: `照抄了「${copied}」：换个说法，它才检验得了要点`,
      };
  }
}
