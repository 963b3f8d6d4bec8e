/** A wait and a departure are told alike in the first sentence and by the log (RULES M182, M189). */
import { expect, it } from 'vitest';
import { makeReport } from '#scoring/report.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { contentWith } from '#tests/scoring/support/shoe-shop.ts';

it('[M182] a wait of 92.45 s is 1 分 32 秒 in both, though tenths of it round up twice', () => {
  const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
  log.replies(92.45, '39.5合适', { answers: { 'q-size': 'answered' }, points: [{}] });
  const report = makeReport(contentWith({ duties: [] }), log.changes(96, 'q-size', 'answered', 1).finishes(200).events);
  const late = report.findings.find(({ code }) => code === 'late-first');
  expect(late?.quote).toContain('1 分 32 秒');
  expect(report.verdict).toContain('1 分 32 秒才答上来');
});

it('[M189] doesn’t join a fault to the departure of a customer who was answered again after it', () => {
  const asked = () =>
    new Log()
      .arrives(0)
      .says(0, '穿几码', { opens: 'q-size' })
      .says(70, '几点发', { opens: 'q-ship' })
      .replies(80, '以页面为准哦', { answers: { 'q-ship': 'evaded' }, reaction: 'evaded', bad: true })
      .changes(84, 'q-ship', 'unanswered');
  const verdictOf = (log: Log) =>
    makeReport(contentWith({ duties: [] }), log.ends(110, 'gone', 'lost').finishes(120).events).verdict;
  expect(verdictOf(asked())).toContain('客户走了');
  expect(verdictOf(asked().replies(90, '那您慢慢看'))).not.toContain('客户走了');
});
