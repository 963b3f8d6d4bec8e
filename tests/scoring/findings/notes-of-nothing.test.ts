/** A note is owed for what was settled (RULES M55): tried on all cases. */
import { expect, test } from 'vitest';
import { toReplies } from '#library/schema/testplan.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { library } from '#tests/support/library.ts';

const NOTE = '备注';
/** A trainee of few words, who clicks nothing. */
const replies = toReplies([{ to: 'any', after: '20s', say: ['在的亲'] }]);

const played = [...library.scenarios.values()]
  .filter((scenario) => scenario.duties.some((need) => need.do === 'remark'))
  .map((scenario) => {
    const { events, report } = playedOnce(library, [scenario.id], replies);
    const ending = events.findLast((event) => event.kind === 'ending-reached');
    const isUnbought =
      scenario.orders.every(({ status }) => status === 'unpaid') &&
      !events.some((event) => event.kind === 'customer-did' && /pay|place-order/.test(event.deed.deed));
    const hasLeft = ending?.kind === 'ending-reached' && ending.outcome === 'lost';
    const isCharged = report.findings.some(({ code, title }) => code === 'missing-action' && title.includes(NOTE));
    return { id: scenario.id, owesNone: isUnbought && hasLeft, isCharged };
  });

test('who leaves without buying has settled nothing, and no note is missing [M55]', () => {
  const left = played.filter(({ owesNone }) => owesNone);
  expect(left.length).toBeGreaterThan(3);
  expect(left.filter(({ isCharged }) => isCharged)).toEqual([]);
});

test('of who has an order the note is missing as ever [M55]', () => {
  const others = played.filter(({ owesNone }) => !owesNone);
  expect(others.filter(({ isCharged }) => isCharged).length).toBeGreaterThan(3);
});
