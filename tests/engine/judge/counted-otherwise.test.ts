/**
 * A wrong rule of how the seven days are counted lowers a right answer (RULES T69): tried behind the right words of every
 * point that rests on the card, in all cases, in the same message, as a second one and as the next turn.
 */
import { expect, test } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { contentFor, templateIn } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const CARD = 'c-7d';
const ADDED = [
  '七天从发货算',
  '无理由的七天从下单那天起算',
  '七天无理由是从发货那天开始算的哦',
  '您2号签收的，2号当天算第1天',
  '签收当天就算第一天',
];
const HONEST = [
  '七天从签收次日起算',
  '七天不是从发货算',
  '七天无理由是从签收次日算的',
  '您2号签收的，3号算第1天',
  '2号签收，2号当天不算第1天',
  '签收第二天6号才算第1天',
];
/** The right answer with the addition, in one message or in two. */
const TOGETHER = [
  (right: string, added: string): string => `${right}，${added}`,
  (right: string, added: string): string => `${right}\n${added}`,
];

type Tried = { name: string; isAgainst: boolean };
const casesTried = new Set<string>();

/** Cases whose text names the card: making the others ready takes longer than all that is said in these. */
const ids = [...library.scenarios.keys(), ...library.short.keys()].filter((id) =>
  JSON.stringify(templateIn(library, id) ?? library.scenarios.get(id)).includes(CARD),
);

/**
 * Each addition alone in the turn behind the right answer, and behind each right wording in one of the two ways: the
 * next addition and the next wording in the other one.
 */
const textsOf = (rights: readonly string[], additions: readonly string[]): Set<string> =>
  new Set(
    rights.flatMap((right, i) =>
      additions.flatMap((added, j) => {
        // A right wording that counts from the day after speaks for itself against a wrong one of the day.
        if (/第二天|次日/.test(right) && added.includes('当天')) return [];
        return [TOGETHER[(i + j) % TOGETHER.length]?.(right, added) ?? '', added];
      }),
    ),
  );

const triedWith = (additions: readonly string[]): Tried[] =>
  ids.flatMap((id) => {
    const { data } = contentFor(library, [id]);
    const content = prepare(data);
    const { questions } = [...content.cases.values()][0] as PreparedCase;
    return [...questions.values()].flatMap(({ question, pointIds }) =>
      question.points
        .filter(({ policy }) => policy === CARD)
        .flatMap(({ id: pointId, says, also = [] }) =>
          [...textsOf([says, ...also.slice(0, 2)], additions)].map((text): Tried => {
            casesTried.add(id);
            const { judgement } = answerRequest(
              content,
              oneTurn(id, text, {
                customer: `七天无理由${question.text}`,
                points: pointIds,
                questions: [question.id],
              }),
            );
            const isAgainst = judgement.contradictions.some(
              ({ card, chance }) => card === CARD && chance >= VERDICT_THRESHOLDS.card.told,
            );
            return { name: `${id} ${pointId} 「${text}」`, isAgainst };
          }),
        ),
    );
  });

test('a wrong start of the seven days behind a right answer is held against it, wherever it stands [T69]', () => {
  const tried = triedWith(ADDED);
  expect(tried.filter(({ isAgainst }) => !isAgainst).map(({ name }) => name)).toEqual([]);
  expect(tried.length).toBeGreaterThan(100);
  expect(casesTried.size).toBeGreaterThan(5);
});

test('the right start behind it, or the wrong one denied, contradicts no card [T69]', () => {
  const tried = triedWith(HONEST);
  expect(tried.filter(({ isAgainst }) => isAgainst).map(({ name }) => name)).toEqual([]);
});
