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
