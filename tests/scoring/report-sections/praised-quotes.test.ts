/** What a verdict praises beside its reproach: nothing on the same matter (RULES M33). */
import { expect, it } from 'vitest';
import { historyOf } from '#scoring/log/history.ts';
import { assess, makeReport } from '#scoring/report.ts';
import { isOfSameThing, praiseBeside } from '#scoring/report-sections/praised-quotes.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

const log = new Log(['c1', 'c2'])
  .arrives(0)
  .says(1, '穿几码', { opens: 'q-size' })
  .replies(9, '看评论吧', { answers: { 'q-size': 'vague' }, reaction: 'vague' })
  .finishes(60, ['c1', 'c2']);
const { allFacts } = assess(content, historyOf(log.events));
const [finding] = makeReport(content, log.events).findings;
if (finding === undefined) throw new Error('no finding');

it('[M33] leaves out what another customer was told of the question that a fault spoiled', () => {
  const says = content.scenarios[0]?.beats.flatMap(({ asks }) => asks).find(({ id }) => id === 'q-size')
    ?.points[0]?.says;
  const quotes = [says ?? '', '运费险给您上了'];
  const fault = { conversation: 'c1', spoiledQuestions: ['q-size'] };
  expect(praiseBeside(quotes, fault, allFacts)).toEqual(['运费险给您上了']);
  expect(praiseBeside(quotes, { ...fault, spoiledQuestions: [] }, allFacts)).toEqual(quotes);
  expect(praiseBeside(quotes, null, allFacts)).toEqual(quotes);
});

it('[M33] takes a merit for the same thing where it is the fault’s opposite or in its very message', () => {
  const quoteAt = { message: 'm1', start: 0, end: 2 };
  const fault = { ...finding, code: 'asked-again', conversation: 'c1', quoteAt };
  const merit = { ...finding, code: 'merit:asked-first', conversation: 'c2', quoteAt: { ...quoteAt, message: 'm9' } };
  expect(isOfSameThing(merit, fault)).toBe(true);
  expect(isOfSameThing({ ...merit, code: 'merit:calmed' }, fault)).toBe(false);
  expect(isOfSameThing({ ...merit, code: 'merit:calmed', conversation: 'c1', quoteAt }, fault)).toBe(true);
  expect(isOfSameThing(merit, { ...fault, code: 'wrong-fact' })).toBe(false);
});
