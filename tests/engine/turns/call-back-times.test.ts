/** A time by which the customer hears back is no time of the goods (RULES T202), and what is paid with a coupon is none of its sums. */
import { expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const judged = (scenario: string, text: string, point: string) => {
  const content = prepare(contentFor(library, [scenario]).data);
  const question = [...content.cases.values()][0]?.points.get(point)?.question?.id ?? expect.fail(point);
  return answerRequest(content, oneTurn(scenario, text, { points: [point], questions: [question] }));
};
const isWrong = (scenario: string, text: string, point: string): boolean =>
  judged(scenario, text, point).judgement.points.some(({ id, state }) => id === point && state === 'wrong');

it('[T202] 今晚20:40前来跟你说 is no wrong time of arrival, and 今晚20:40前到 is', () => {
  const swapped = 'logistics-complaint/swapped-parcels';
  expect(isWrong(swapped, '能，今晚20:40前，批没批我都来跟你说一声', 'noon')).toBe(false);
  expect(isWrong(swapped, '批了的话今晚20:40前到', 'noon')).toBe(true);
});

it('[T202] a point that is itself when the customer hears back is wrong by another such time', () => {
  expect(isWrong('logistics-complaint/signed-not-seen', '最晚19号给您结果', 'result')).toBe(true);
});

it('[T181] 加券是399 tells what is paid, and no other sum of the coupon', () => {
  const { strays = [] } = judged('returning-customer/third-pair', '满减今年是40，加券是399', 'net');
  expect(strays).toEqual([]);
  expect(judged('returning-customer/third-pair', '店铺券是16', 'net').strays).toHaveLength(1);
});
