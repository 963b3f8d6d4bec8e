/** A bare number too large for a day or an hour stands for none (RULES T107): tried on all points whose figure is one. */
import { expect, test } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { valuesIn } from '#language/reading/values.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

test('the order’s last digits beside a point’s words are no wrong day and no wrong hour [T107]', () => {
  const tried = [...library.scenarios.keys()].flatMap((id) => {
    const content = prepare(contentFor(library, [id]).data);
    const { questions } = [...content.cases.values()][0] as PreparedCase;
    return [...questions.values()].flatMap(({ question, pointIds }) =>
      question.points
        .filter(({ says }) => valuesIn(says).some(({ kind }) => kind === 'date' || kind === 'clock'))
        .map(({ id: point, about = [] }) => {
          const text = `${about[0] ?? ''}，报单号尾号0713就行`;
          const asked = { customer: question.text, points: pointIds, questions: [question.id] };
          const { judgement } = answerRequest(content, oneTurn(id, text, asked));
          const wrong = judgement.points.find((verdict) => verdict.id === point && verdict.state === 'wrong');
          return { name: `${id} ${point} ${text}`, isWrong: wrong?.figure === '0713' };
        }),
    );
  });
  expect(tried.length).toBeGreaterThan(50);
  expect(tried.filter(({ isWrong }) => isWrong).map(({ name }) => name)).toEqual([]);
});

/** Points whose answer is a sum, of long cases and short ones, with what the order cost. */
const sums = [...library.scenarios.keys(), ...library.short.keys()].flatMap((id) => {
  const content = prepare(contentFor(library, [id]).data);
  const { questions } = [...content.cases.values()][0] as PreparedCase;
  return [...questions.values()].flatMap(({ question, pointIds }) =>
    question.points
      .filter(({ value }) => value?.kind === 'amount')
      .map((point) => {
        const figureOf = (text: string): string | undefined => {
          const asked = { customer: question.text, points: pointIds, questions: [question.id] };
          const { judgement } = answerRequest(content, oneTurn(id, text, asked));
          return judgement.points.find((verdict) => verdict.id === point.id && verdict.state === 'wrong')?.figure;
        };
        const paid = String(([...content.cases.values()][0]?.scenario.orders[0]?.total ?? 0) / 100);
        const wordings = JSON.stringify([point.says, point.also, point.contradicts]);
        return { name: `${id} ${point.id}`, paid, isOfPayment: /付|买的|拍的/.test(wordings), figureOf };
      }),
  );
});

test.each([
  ['先别理他，再拨96110', '96110'],
  ['退的话看单号7071', '7071'],
])('a number that somebody or something is known by is no other sum: %s [T181]', (text, figure) => {
  expect(sums.length).toBeGreaterThan(20);
  expect(sums.filter(({ figureOf }) => figureOf(text) === figure).map(({ name }) => name)).toEqual([]);
});

test('what was paid is no other sum, unless that was asked; told as what goes back it is [T181]', () => {
  const bought = sums.filter(({ paid, isOfPayment }) => Number(paid) > 0 && !isOfPayment);
  const taken = (say: (sum: string) => string): string[] =>
    bought.filter(({ figureOf, paid }) => figureOf(say(paid))?.startsWith(paid)).map(({ name }) => name);
  expect(taken((sum) => `您7号${sum}元付的，我查下这单`)).toEqual([]);
  expect(taken((sum) => `退您${sum}元`).length).toBeGreaterThan(3);
});
