/** Points: one fact each, with a source, enough wordings, a wrong answer, and a better wording to show. */

import { say } from '#i18n/say.ts';
import { clausesIn, numbersIn, plain } from '#library/checks/sentences/plain-text.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import type { AuthoredPoint, AuthoredScenario } from '#library/schema/scenario.ts';
import { type CaseCheck, type PointAt, pointsOf, questionsOf } from '#library/view/case-view.ts';

const MIN_MUST_WORDINGS = 3;
const MIN_BONUS_WORDINGS = 2;
/** Characters: a shorter wording (能退) occurs in any good answer, so a model that has it copies nothing. */
const MIN_COPIED_CHARS = 6;

export const checkPoints: CaseCheck = function* ({ authored }) {
  for (const at of pointsOf(authored)) {
    yield* checkPoint(at);
    if (!at.question || !at.point.must) continue;
    yield* checkWrong(at, authored);
    yield* checkFollowUps(at);
  }
  yield* checkModels(authored);
};

function* checkPoint({ point, question, path }: PointAt): Iterable<Fault> {
  if (question && point.policy === undefined && !point.unknown)
    yield {
      code: 'point-without-source',
      path: [...path, 'id'],
      message: say('checker:point.source'),
    };
  const numbers = numbersIn(point.says);
  const clauses = clausesIn(point.says);
  if (numbers.length > 1 || clauses.length > 1)
    yield {
      code: 'point-two-facts',
      path: [...path, 'says'],
      message: say('checker:point.two-facts', { parts: (numbers.length > 1 ? numbers : clauses).join('｜') }),
    };
  const wordings = 1 + (point.also?.length ?? 0) + (point.yes?.length ?? 0) + (point.value ? 1 : 0);
  const minWordings = point.must ? MIN_MUST_WORDINGS : MIN_BONUS_WORDINGS;
  if (wordings < minWordings)
    yield {
      code: 'too-few-wordings',
      path: [...path, 'says'],
      message: say('checker:point.wordings', { n: wordings, least: minWordings }),
    };
}

function* checkWrong({ point, beat, path }: PointAt, authored: AuthoredScenario): Iterable<Fault> {
  const wordings = point.contradicts ?? point.wrongs ?? point.no ?? point.value;
  if (wordings === undefined)
    yield {
      code: 'must-without-wrong',
      path: [...path, 'id'],
      message: say('checker:point.wrong'),
    };
  else if (!reactsToWrong(point, beat.reacts?.wrong) && !reactsToWrong(point, authored.reacts?.wrong))
    yield {
      code: 'must-without-wrong',
      path: [...path, 'id'],
      message: say('checker:point.wrong-line', { id: point.id }),
    };
}

/**
 * The lines by which a customer asks for the rest of an answer (RULES T6). Without them they ask the whole question
 * again, parts already answered included.
 */
function* checkFollowUps({ point, path }: PointAt): Iterable<Fault> {
  if (point.ask === undefined)
    yield {
      code: 'must-without-ask',
      path: [...path, 'id'],
      message: say('checker:point.ask'),
    };
  if (point.check === undefined)
    yield {
      code: 'must-without-check',
      path: [...path, 'id'],
      message: say('checker:point.check'),
    };
}

type WrongReactions = NonNullable<AuthoredScenario['reacts']>['wrong'];

const reactsToWrong = (point: AuthoredPoint, reactions: WrongReactions): boolean => {
  const everyWrong = point.wrongs?.every(({ reply }) => reply !== undefined) === true && !point.contradicts;
  if (everyWrong) return true;
  if (reactions === undefined) return false;
  if (typeof reactions === 'string' || Array.isArray(reactions)) return true;
  return 'reply' in reactions || point.id in reactions;
};

function* checkModels(authored: AuthoredScenario): Iterable<Fault> {
  for (const { question, path } of questionsOf(authored)) {
    if (question.model === undefined) {
      yield {
        code: 'model-missing',
        path: [...path, 'id'],
        message: say('checker:model.missing'),
      };
      continue;
    }
    const model = plain(question.model);
    const copiedWording = question.points
      .flatMap((point) => [point.says, ...(point.also ?? [])])
      .find((wording) => plain(wording).length >= MIN_COPIED_CHARS && model.includes(plain(wording)));
    if (copiedWording !== undefined)
      yield {
        code: 'model-repeats-key',
        path: [...path, 'model'],
        message: say('checker:model.copied', { copied: copiedWording }),
      };
  }
}
