/** The report of a drill with a 班组长: what they decided is read in the transcript and moves no mark. */
import { expect, it } from 'vitest';
import type { LeadAnswer } from '#engine/model/lead.ts';
import { makeReport } from '#scoring/report.ts';
import { askedCase, askedContent } from '#tests/engine/support/asked.ts';
import { act, drive, end, leadAnswer, say, tick } from '#tests/engine/support/drive.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';

const content = { ...askedContent([askedCase()]), rubric };
const ASK = 'c1-a10000';
const report = (answer: LeadAnswer | null) => {
  const asked = [act(10_000, 'escalate'), say(12_000, '这个数我报班长定')];
  const then = answer === null ? [tick(131_000)] : [leadAnswer(40_000, ASK, answer), tick(131_000)];
  return makeReport(content, drive(content, [...asked, ...then, end(132_000)], { lead: { answerMs: 120_000 } }).log);
};
const told = (answer: LeadAnswer | null): string[] =>
  report(answer).transcript.flatMap(({ id, text }) => (id === `${ASK}-lead` ? [text] : []));

it('[J50] says in the transcript what the lead decided, or what the shop said instead', () => {
  expect(told({ how: 'granted', amount: 3000, words: '破损属实' })).toEqual(['班组长同意 ¥30.00：破损属实']);
  expect(told({ how: 'granted', amount: null, words: '可以换' })).toEqual(['班组长同意：可以换']);
  expect(told({ how: 'refused', words: '不归我们赔' })).toEqual(['班组长不同意：不归我们赔']);
  expect(told({ how: 'passed-up', words: '' })).toEqual(['班组长转报主管：已报主管，2小时内有回音']);
  expect(told(null)).toEqual(['班组长没顾上答：已报班长，10分钟内有回音']);
});

it('[J50] has the same marks whatever was decided', () => {
  const marks = (answer: LeadAnswer | null) => {
    const { score, findings } = report(answer);
    return { score, codes: findings.map(({ code }) => code) };
  };
  expect(marks({ how: 'refused', words: '不归我们赔' })).toEqual(marks(null));
  expect(marks({ how: 'granted', amount: 3000, words: '' })).toEqual(marks(null));
});
