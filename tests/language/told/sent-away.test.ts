/** Words that send the customer to somebody else tell nothing that the shop would do (RULES T199): tried on all such points. */
import { expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { sentAwayIn } from '#language/points/left-elsewhere.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

/** The points of all cases that the shop does something, with what was told of them by these words. */
const toldBy = (text: string): string[] =>
  [...library.scenarios.keys()].flatMap((id) => {
    const content = prepare(contentFor(library, [id]).data);
    const { questions } = [...content.cases.values()][0] as PreparedCase;
    return [...questions.values()].flatMap(({ question, pointIds }) => {
      const asked = { customer: question.text, points: pointIds, questions: [question.id] };
      const { judgement } = answerRequest(content, oneTurn(id, text, asked));
      return question.points
        .filter(({ says, also = [] }) =>
          [says, ...also].every((each) => sentAwayIn(readText(folded(each))).length === 0),
        )
        .filter(({ id: point }) =>
          judgement.points.some((verdict) => verdict.id === point && verdict.state === 'covered'),
        )
        .map((point) => `${id} ${point.id}`);
    });
  });

it('[T199] 你打面单上快递的电话让他们给你换回来 tells no point, and 我让快递两边上门换 still does', () => {
  expect(toldBy('你打面单上快递的电话让他们给你换回来')).toEqual([]);
  expect(toldBy('我让快递两边上门换')).toContain('logistics-complaint/swapped-parcels ours');
});

it.each([
  ['您自己联系下驿站', true],
  ['那你打客服电话问', true],
  ['您找我就行', false],
  ['您问的这件有货', false],
  ['您联系过快递没有？', false],
])('[T199] %s sends the customer to somebody else: %s', (text, sends) => {
  expect(sentAwayIn(readText(folded(text))).length > 0).toBe(sends);
});
