/** A table with a condition in each row: the row that fits the customer answers (RULES T66). */
import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { beat, burst, contentOf, ending, fact, point, question, scenario } from '#tests/engine/support/tiny.ts';

/** The verdict on a size, for a customer who tells `own` when asked. */
const stateOf = (own: string, right: string, wrong: string, reply: string): string | undefined => {
  const size = point({
    id: 'size',
    says: `建议您拿${right}`,
    also: [`您选${right}`, `${right}合适`],
    contradicts: [`选${wrong}`, `${wrong}合适`],
  });
  const asks = [question({ id: 'q-size', text: '选哪个', points: [size] })];
  const one = scenario({
    id: 'product-advice/size',
    customer: { knows: [fact({ id: 'own', says: burst(own), cues: ['几个人'] })] },
    beats: [beat({ id: 'size', says: '选哪个', asks, then: 'kept' })],
    endings: [ending({ id: 'kept', outcome: 'kept' })],
  });
  const asked = { customer: '选哪个', points: ['size'], questions: ['q-size'] };
  const { judgement } = answerRequest(prepare(contentOf([one])), oneTurn(one.id, reply, asked));
  return judgement.points[0]?.state;
};

describe('[T66] sizes told by a condition each', () => {
  it.each([
    ['三口人', '3L', '4L', '3L够2到4人吃，4到6人吃选4L'],
    ['一家五口', '4L', '3L', '3L够2到4人吃，4到6人吃选4L'],
    ['六个人', '4L', '3L', '家里2到4人拿3L就够，要是4到6人就拿4L'],
    ['165 55公斤', 'M', 'L', '165cm 55kg穿M，175cm 70kg穿L'],
  ])('for 「%s」 are answered by %s, not %s: 「%s」', (own, right, wrong, reply) =>
    expect(stateOf(own, right, wrong, reply)).toBe('covered'),
  );

  it.each([
    ['三口人', '3L', '4L', '2到4人选4L，4到6人选3L'],
    ['六个人', '4L', '3L', '2到4人选4L，4到6人选3L'],
  ])('for 「%s」 are wrong where their row is: %s, not %s: 「%s」', (own, right, wrong, reply) =>
    expect(stateOf(own, right, wrong, reply)).toBe('wrong'),
  );
});
