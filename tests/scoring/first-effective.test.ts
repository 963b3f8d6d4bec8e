import { expect, it } from 'vitest';
import { makeReport } from '#scoring/report.ts';
import { Log, quote } from './log.ts';
import { content } from './shoe-shop.ts';

it('[T10] is no answer to a question what was asked of the customer before it', () => {
  const log = new Log().arrives(0);
  const text = '您拍的那双还没付，是拿不准码吗';
  log.replies(5, text, { asked: [{ fact: 'foot', again: false, quote: quote(log.nextMessage, text, '拿不准码') }] });
  log.says(20, '穿几码', { opens: 'q-size' });
  log.replies(46, '建议您拿 39.5', {
    answers: { 'q-size': 'answered' },
    points: [{ point: 'size', question: 'q-size' }],
    reaction: 'resolved',
  });
  log.changes(50, 'q-size', 'answered', 2);
  const report = makeReport(content, log.ends(52, 'kept', 'paid').finishes(60).events);
  expect(report.measures.find((m) => m.id === 'first-effective')?.value).toBe(26);
  expect(report.findings.filter((f) => f.code === 'merit:fast-first')).toEqual([]);
});
