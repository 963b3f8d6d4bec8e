/** A note is owed for what was settled (RULES M55): tried on all cases. */
import { expect, test } from 'vitest';
import { toReplies } from '#library/schema/testplan.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { library } from '#tests/support/library.ts';

const NOTE = '备注';
/** A trainee who clicks nothing: of one word and then silent, or putting the customer off until they say that they go. */
const SILENT = ['在的亲'];
const PUTS_OFF = ['在的亲', '这个不好说呢', '您再看看页面', '我也不清楚', '这个没办法', '您看着办吧'];
const repliesOf = (words: readonly string[]) =>
  toReplies(words.map((say) => ({ to: 'any', after: '20s', say: [say] })));

const played = [...library.scenarios.values()]
  .filter((scenario) => scenario.duties.some((need) => need.do === 'remark'))
  .flatMap((scenario) => [SILENT, PUTS_OFF].map((words) => ({ scenario, words })))
  .map(({ scenario, words }) => {
    const { events, report } = playedOnce(library, [scenario.id], repliesOf(words));
    const ending = events.findLast((event) => event.kind === 'ending-reached');
    const isUnbought =
      scenario.orders.every(({ status }) => status === 'unpaid') &&
      !events.some((event) => event.kind === 'customer-did' && /pay|place-order/.test(event.deed.deed));
    const isLost = ending?.kind === 'ending-reached' && ending.outcome === 'lost';
    const isSilent = ending?.kind === 'ending-reached' && ending.silent;
    const isCharged = report.findings.some(({ code, title }) => code === 'missing-action' && title.includes(NOTE));
    return {
      id: scenario.id,
      owesNone: isUnbought && isLost && !isSilent,
      isSilent: isUnbought && isLost && isSilent,
      isCharged,
    };
  });

test('who says that they leave without buying has settled nothing, and no note is missing [M55]', () => {
  const left = played.filter(({ owesNone }) => owesNone);
  expect(left.length).toBeGreaterThan(1);
  expect(left.filter(({ isCharged }) => isCharged)).toEqual([]);
});

test('who left without a word, having waited, excuses no note: waiting costs no less than answering [M55]', () => {
  const silent = played.filter(({ isSilent }) => isSilent);
  expect(silent.length).toBeGreaterThan(3);
  expect(silent.filter(({ isCharged }) => !isCharged)).toEqual([]);
});

test('of who has an order the note is missing as ever [M55]', () => {
  const others = played.filter(({ owesNone, isSilent }) => !owesNone && !isSilent);
  expect(others.filter(({ isCharged }) => isCharged).length).toBeGreaterThan(3);
});
