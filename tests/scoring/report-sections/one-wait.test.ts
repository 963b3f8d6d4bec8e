/** One wait has the same seconds in the first sentence and in the finding's own words (RULES M182). */
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
